import { startDemo } from '../../lib/state/commands';
import { chooseSettings } from '../../lib/state/settings';
import { FIRST_RUN } from '../../lib/text/first-run';
import { ABOUT } from '../../lib/text/product';

/** What is stored, before anything is. */
export function FirstRun() {
  return (
    <main class="cover">
      <div class="panel sheet">
        <i class="mark" aria-hidden="true" />
        <h1>{FIRST_RUN.title}</h1>
        <p class="lead">{FIRST_RUN.lead}</p>
        <ul>
          {FIRST_RUN.points.map(([title, text]) => (
            <li key={title}>
              <b>{title}</b>
              <p>{text}</p>
            </li>
          ))}
        </ul>
        <div class="acts">
          <button type="button" class="btn primary" onClick={() => chooseSettings({ consentAt: Date.now() })}>
            {FIRST_RUN.agree}
          </button>
          <button
            type="button"
            class="btn"
            onClick={async () => {
              await chooseSettings({ consentAt: Date.now() });
              await startDemo();
            }}
          >
            {FIRST_RUN.demo}
          </button>
        </div>
        <p class="note">
          {FIRST_RUN.demoNote} {ABOUT.disclaimer}
        </p>
      </div>
    </main>
  );
}
