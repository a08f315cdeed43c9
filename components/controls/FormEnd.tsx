import { CONTROLS } from '../../lib/text/controls';

/** What is wrong with a form, and its two ways out. */
export function FormEnd({ error, close }: { error: string; close: () => void }) {
  return (
    <>
      {error && (
        <p class="error" role="alert">
          {error}
        </p>
      )}
      <div class="acts">
        <button type="submit" class="btn primary">
          {CONTROLS.save}
        </button>
        <button type="button" class="btn" onClick={close}>
          {CONTROLS.cancel}
        </button>
      </div>
    </>
  );
}
