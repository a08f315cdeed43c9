import { formatHash } from '../../lib/domain/filter';
import type { SectionPath } from '../../lib/domain/section';
import { route } from '../../lib/state/route';

interface Props {
  label: string;
  items: readonly { path: SectionPath; name: string }[];
  /** The open one's path. */
  at: SectionPath;
}

/** Parts of a section, each with an address of its own; the filter goes along. */
export function Tabs({ label, items, at }: Props) {
  return (
    <nav class="tabs" aria-label={label}>
      {items.map(({ path, name }) => (
        <a
          key={path}
          href={formatHash({ path, filter: route.value.filter })}
          aria-current={path === at ? 'page' : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  );
}
