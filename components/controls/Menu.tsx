import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface MenuItem<T extends string> {
  value: T;
  label: string;
  detail?: string;
  /** The key that picks it without the menu. */
  shortcut?: string;
}

interface Props<T extends string> {
  label: string;
  /** How the keyboard finds the menu: `data-menu`. */
  name: string;
  /** What the pill shows says already what it is for. */
  spoken?: boolean;
  /** What the pill shows. */
  children: ComponentChildren;
  items: MenuItem<T>[];
  /** The chosen one; without it the items are actions. */
  value?: T;
  onPick: (value: T) => void;
  /** Below the items; gets a function that closes the menu. */
  footer?: (close: () => void) => ComponentChildren;
}

/** A quiet pill that opens a list to choose one of. Arrows, Home, End and Escape work as in any menu. */
export function Menu<T extends string>({
  label,
  name,
  spoken,
  children,
  items,
  value,
  onPick,
  footer,
}: Props<T>) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const pill = useRef<HTMLButtonElement>(null);

  // Before the next key can come: Escape must find the focus inside.
  useLayoutEffect(() => {
    if (!open) return;
    const stop = new AbortController();
    const outside = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside, { signal: stop.signal });
    document.addEventListener('focusin', outside, { signal: stop.signal });
    const item = (which: string) => root.current?.querySelector<HTMLElement>(which);
    (item('[aria-checked="true"]') ?? item('.item'))?.focus();
    return () => stop.abort();
  }, [open]);

  const close = () => {
    setOpen(false);
    pill.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) {
      event.stopPropagation();
      close();
      return;
    }
    // Fields below the items have arrow keys of their own.
    if ((event.target as Element).closest('form')) return;
    const all = [...(root.current?.querySelectorAll<HTMLElement>('.item') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const move: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: all.length - 1,
    };
    if (!open && event.key === 'ArrowDown') setOpen(true);
    if (!open || !(event.key in move)) return;
    event.preventDefault();
    all[(move[event.key] + all.length) % all.length]?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the pill and the items inside, handled in one place
    <div class="menu" ref={root} onKeyDown={onKeyDown}>
      <button
        type="button"
        class="pill"
        data-menu={name}
        ref={pill}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {!spoken && <span class="sr">{label}:</span>}
        {children}
        <span class="caret" aria-hidden="true" />
      </button>
      {open && (
        <div class="pop">
          <div role="menu" aria-label={label}>
            {items.map(item => (
              <button
                type="button"
                role={value === undefined ? 'menuitem' : 'menuitemradio'}
                class="item"
                key={item.value}
                {...(value !== undefined && { 'aria-checked': item.value === value })}
                tabIndex={item.value === value ? 0 : -1}
                onClick={() => {
                  onPick(item.value);
                  close();
                }}
              >
                {item.label}
                {(item.detail || item.shortcut) && (
                  <span class="side">
                    {item.detail && <small>{item.detail}</small>}
                    {item.shortcut && (
                      <span class="kbd" aria-hidden="true">
                        {item.shortcut}
                      </span>
                    )}
                  </span>
                )}
              </button>
            ))}
          </div>
          {footer?.(close)}
        </div>
      )}
    </div>
  );
}
