import { useEffect, useState } from 'preact/hooks';
import { COPIED_FOR } from '../../lib/domain/copied-for';

/** What came of the last copying, for a while. */
export type CopyState = 'idle' | 'copied' | 'refused';

/**
 * Copies texts and remembers for a while what came of it.
 * @returns the state, and a function that copies and says whether the clipboard took the text.
 */
export function useCopy(): [CopyState, (text: string) => Promise<boolean>] {
  // An object of its own each time: what is copied again is said for the whole time again.
  const [last, setLast] = useState<{ state: CopyState }>({ state: 'idle' });
  useEffect(() => {
    if (last.state === 'idle') return;
    const timer = setTimeout(() => setLast({ state: 'idle' }), COPIED_FOR);
    return () => clearTimeout(timer);
  }, [last]);
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setLast({ state: 'copied' });
      return true;
    } catch {
      // The button says so, and its owner shows the text where it can.
      setLast({ state: 'refused' });
      return false;
    }
  };
  return [last.state, copy];
}
