import { formatHash } from '../../lib/domain/filter';
import { route } from '../../lib/state/route';

interface Props {
  label: string;
  items: { path: string; name: string }[];
  /** The open one's path. */
  at: string;
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
