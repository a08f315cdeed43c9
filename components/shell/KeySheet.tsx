import { useEffect, useRef } from 'preact/hooks';
import { KEY_SHEET, keyList } from '../../lib/text/keys';
import { listenToKeys } from './listen-to-keys';

/** What the keys do, on `?`; and what makes them do it. */
export function KeySheet() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const life = new AbortController();
    listenToKeys(() => dialog.current?.showModal(), life.signal);
    return () => life.abort();
  }, []);
  return (
    <dialog ref={dialog} class="sheet-dialog" aria-labelledby="keys-title">
      <h2 id="keys-title">{KEY_SHEET.title}</h2>
      <dl>
        {keyList().map(({ keys, does }) => (
          <>
            <dt>{does}</dt>
            <dd>
              {keys.map(key => (
                <>
                  <kbd>{key}</kbd>{' '}
                </>
              ))}
            </dd>
          </>
        ))}
      </dl>
      <button type="button" class="btn" onClick={() => dialog.current?.close()}>
        {KEY_SHEET.close}
      </button>
    </dialog>
  );
}
