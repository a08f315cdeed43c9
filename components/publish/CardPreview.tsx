import { useEffect, useRef } from 'preact/hooks';
import type { Snapshot } from '../../lib/domain/snapshot';
import { PUBLISH } from '../../lib/text/publish';
import { makeCard } from './make-card';

interface Props {
  snapshot: Snapshot;
  width: number;
  scheme: 'light' | 'dark';
}

/** The real widget at a width. A theme that follows the visitor's is shown as the chosen one. */
export function CardPreview({ snapshot, width, scheme }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const theme = snapshot.theme === 'auto' ? scheme : snapshot.theme;
  useEffect(() => {
    place.current?.replaceChildren(makeCard({ ...snapshot, theme }));
  }, [snapshot, theme]);
  return (
    <figure class="preview" style={{ width: `${width + 30}px` }}>
      <figcaption class="note">{PUBLISH.previewAt(width)}</figcaption>
      <div class={`stage ${scheme}`}>
        <div ref={place} style={{ width: `${width}px` }} />
      </div>
    </figure>
  );
}
