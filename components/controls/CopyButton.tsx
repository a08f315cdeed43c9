import { useEffect, useState } from 'preact/hooks';
import { LINK } from '../../lib/text/product';

interface Props {
  text: string;
  label?: string;
  /** Told when the clipboard refuses, so that the text can be shown selected. */
  onRefused?: () => void;
}

/** Copies a text and says so in place. */
export function CopyButton({ text, label = LINK.copy, onRefused }: Props) {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 1800);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      // The button says so, and shows the text where it can.
      setState('refused');
      onRefused?.();
    }
  };
  const words = { idle: label, copied: LINK.copied, refused: LINK.copyFailed };
  return (
    <>
      <button type="button" class="btn primary copy" onClick={copy}>
        {words[state]}
      </button>
      <span class="sr" role="status">
        {state === 'idle' ? '' : words[state]}
      </span>
    </>
  );
}
