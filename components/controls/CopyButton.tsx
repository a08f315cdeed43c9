import { LINK } from '../../lib/text/product';
import { useCopy } from './use-copy';

interface Props {
  text: string;
  label?: string;
  /** Told when the clipboard refuses, so that the text can be shown selected. */
  onRefused?: () => void;
}

/** Copies a text and says so in place. */
export function CopyButton({ text, label = LINK.copy, onRefused }: Props) {
  const [state, copy] = useCopy();
  const words = { idle: label, copied: LINK.copied, refused: LINK.copyFailed };
  return (
    <>
      <button
        type="button"
        class="btn primary copy"
        onClick={async () => (await copy(text)) || onRefused?.()}
      >
        {words[state]}
      </button>
      <span class="sr" role="status">
        {state === 'idle' ? '' : words[state]}
      </span>
    </>
  );
}
