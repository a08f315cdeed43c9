import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface TableColumn<K extends string> {
  key: K;
  name: string;
  /** px; the last column takes what is left. */
  width: number;
  text?: boolean;
  /** All its texts are as long, and the column wide enough: nothing is ever cut off. */
  fits?: boolean;
  /** Cannot be sorted by. */
  fixed?: boolean;
}

interface Props<K extends string> {
  label: string;
  columns: TableColumn<K>[];
  count: number;
  /** The cells of a row, or nothing while it is on its way. */
  row: (index: number) => ComponentChildren[] | undefined;
  sort: K;
  descending: boolean;
  onSort: (column: K) => void;
  /** Told which rows are in sight, before they are drawn. */
  inSight?: (from: number, to: number) => void;
  empty: string;
  /** Changes when the rows are others: scrolling begins at the top again. */
  of: unknown;
}

const ROW = 34;
/** Browsers end elements at some 17 to 33 million px; longer tables scroll more than one row for a row's height. */
const TALLEST = 12_000_000;
const SPARE = 2;
/** Of a table that reaches below the window, so much more than is seen is drawn, px. */
const BELOW = 3 * ROW;
/** Of a table that is out of sight: what those who do not look go by. */
const LEAST = 5 * ROW;
/** The part in the window is told again whenever this part of the whole has come or gone. */
const STEPS = Array.from({ length: 21 }, (_, i) => i / 20);

/** A real table of any length that draws only what is in sight. */
export function VirtualTable<K extends string>(props: Props<K>) {
  const { label, columns, count, row, sort, descending, onSort, inSight, empty, of } = props;
  const box = useRef<HTMLElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(480);
  const [seen, setSeen] = useState(480);

  useEffect(() => {
    const element = box.current!;
    const inWindow = new IntersectionObserver(
      entries => {
        const { boundingClientRect: whole, intersectionRect: part } = entries[entries.length - 1];
        // Nothing is taken from somebody who is in it, nor from a table that one scrolls back to.
        if (whole.top < 0 || element.contains(document.activeElement))
          return setSeen(Number.POSITIVE_INFINITY);
        const inSight = part.height > 0 ? Math.ceil((part.bottom - whole.top - ROW) / ROW) * ROW : 0;
        setSeen(Math.max(LEAST, inSight));
      },
      { rootMargin: `0px 0px ${BELOW}px`, threshold: STEPS },
    );
    const resized = new ResizeObserver(() => {
      setHeight(element.clientHeight);
      // All of it can be in sight before and after: only who observes anew is told.
      inWindow.unobserve(element);
      inWindow.observe(element);
    });
    resized.observe(element);
    return () => {
      resized.disconnect();
      inWindow.disconnect();
    };
  }, []);
  useLayoutEffect(() => {
    // Setting it costs a layout, and mostly it is 0 already.
    if (top === 0) return;
    box.current!.scrollTop = 0;
    setTop(0);
  }, [of]);

  const tall = Math.min(count * ROW, TALLEST);
  const sight = Math.max(1, height - ROW);
  // A position from before the table got shorter is past its end.
  const at = Math.min(top, Math.max(0, tall - sight));
  const first = tall <= sight ? 0 : (at / (tall - sight)) * (count - sight / ROW);
  const from = Math.max(0, Math.floor(first) - SPARE);
  const below = seen < sight ? seen / ROW : sight / ROW + SPARE;
  const to = Math.min(count, Math.ceil(first + below));
  useEffect(() => inSight?.(from, to), [from, to, of, inSight]);
  // Between two rows the table moves by pixels, also where one pixel of the bar is more than one of the table.
  const offset = at - (first - from) * ROW;
  const width = columns.reduce((sum, column) => sum + column.width, 0);

  return (
    <section
      class="vtable"
      ref={box}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      aria-label={label}
      onScroll={event => setTop(event.currentTarget.scrollTop)}
    >
      <div class="length" style={{ height: `${tall + ROW}px` }}>
        {/* A margin, not a transform: the head sticks to the top of what scrolls. */}
        <table
          data-figures
          aria-rowcount={count + 1}
          style={{ minWidth: `${width}px`, marginTop: `${offset}px` }}
        >
          <colgroup>
            {columns.map((column, i) => (
              <col
                key={column.key}
                style={i === columns.length - 1 ? undefined : { width: `${column.width}px` }}
              />
            ))}
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              {columns.map(column => (
                <th
                  key={column.key}
                  scope="col"
                  class={column.text ? 'text' : undefined}
                  aria-sort={column.key === sort ? (descending ? 'descending' : 'ascending') : undefined}
                >
                  {column.fixed ? (
                    column.name
                  ) : (
                    <button type="button" onClick={() => onSort(column.key)}>
                      {column.name}
                      <i
                        aria-hidden="true"
                        class={column.key === sort ? (descending ? 'desc' : 'asc') : ''}
                      />
                    </button>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: Math.max(0, to - from) }, (_, n) => {
              const index = from + n;
              const cells = row(index);
              return (
                <tr key={index} aria-rowindex={index + 2}>
                  {columns.map((column, c) => (
                    <td key={column.key} class={column.text ? 'text' : column.fits ? 'fits' : undefined}>
                      {cells?.[c]}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {count === 0 && <p class="none">{empty}</p>}
    </section>
  );
}
