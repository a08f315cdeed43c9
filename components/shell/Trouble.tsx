import { eraseAll } from '../../lib/state/commands';
import { acceptLedger, failure } from '../../lib/state/session';
import { DAMAGE, DATA } from '../../lib/text/data';

/** The ledger is damaged, or cannot be read at all: what is known of it, and the ways out. */
export function Trouble({ damaged }: { damaged?: boolean }) {
  return (
    <main class="cover">
      <div class="panel sheet" role="alert">
        <i class="mark" aria-hidden="true" />
        <h1>{damaged ? DAMAGE.title : DAMAGE.failed}</h1>
        <p class="lead">{damaged ? DAMAGE.text : failure.value}</p>
        {damaged && <p class="note">{DAMAGE.advice}</p>}
        <div class="acts">
          <button
            type="button"
            class="btn primary"
            onClick={damaged ? acceptLedger : () => location.reload()}
          >
            {damaged ? DAMAGE.accept : DAMAGE.again}
          </button>
          <button type="button" class="btn danger" onClick={eraseAll}>
            {DATA.erase}
          </button>
        </div>
      </div>
    </main>
  );
}
