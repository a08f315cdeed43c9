import { useEffect, useId, useState } from 'preact/hooks';
import {
  type ConnectionView,
  connect,
  draft,
  type How,
  makeKey,
  makesKeys,
  prepareForm,
} from '../../lib/state/connections';
import { CONNECTIONS } from '../../lib/text/connections';
import { CopyButton } from '../controls/CopyButton';

const HOWS = ['locked', 'convenient', 'key-pair'] as const;
const SHORTEST = 8;

interface Props {
  /** A connection that is connected again. */
  again: ConnectionView | undefined;
  first: boolean;
  close: () => void;
}

/** Step by step to a read-only key. Whatever is typed here leaves the fields at once when it is sent. */
export function ConnectForm({ again, first, close }: Props) {
  const [label, setLabel] = useState(again?.label ?? (first ? CONNECTIONS.defaultLabel : ''));
  const [how, setHow] = useState<How>('locked');
  const [apiKey, setApiKey] = useState('');
  const [secret, setSecret] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  useEffect(() => void prepareForm(), []);
  const pair = how === 'key-pair';
  const submit = async (event: Event) => {
    event.preventDefault();
    const typed = { apiKey: apiKey.trim(), secret: pair ? '' : secret.trim(), passphrase };
    if (typed.apiKey === '' || (!pair && typed.secret === '')) {
      return setError(pair ? CONNECTIONS.missingKey : CONNECTIONS.missing);
    }
    if (how === 'locked' && passphrase.length < SHORTEST)
      return setError(CONNECTIONS.shortPassphrase(SHORTEST));
    setError('');
    setBusy(true);
    let wrong: string | undefined = CONNECTIONS.notDone;
    try {
      wrong = await connect(label.trim() || CONNECTIONS.defaultLabel, how, typed, again?.id);
    } catch {
      // It has been reported, and is said below; what was typed leaves the fields in any case.
    }
    setBusy(false);
    setSecret('');
    setPassphrase('');
    if (wrong) return setError(wrong);
    setApiKey('');
    close();
  };
  return (
    <form class="stack connect" onSubmit={submit} autocomplete="off">
      <details open={first}>
        <summary>{CONNECTIONS.steps}</summary>
        <ol class="note">
          {CONNECTIONS.stepsText.map(step => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </details>
      <fieldset class="ways-to-keep">
        <legend>{CONNECTIONS.how}</legend>
        {HOWS.map(value => (
          <div key={value} class="check">
            <input
              type="radio"
              name="how"
              id={`how-${value}`}
              aria-describedby={`how-${value}-text`}
              checked={how === value}
              disabled={value === 'key-pair' && makesKeys.value === false}
              onChange={() => setHow(value)}
            />
            <span>
              <label for={`how-${value}`}>
                <b>{CONNECTIONS.ways[value]}</b>
              </label>
              <small id={`how-${value}-text`}>
                {value === 'key-pair' && makesKeys.value === false
                  ? CONNECTIONS.noKeys
                  : CONNECTIONS.waysText[value]}
              </small>
            </span>
          </div>
        ))}
      </fieldset>
      {pair && <KeyPair />}
      <div class="fields">
        <Field name={CONNECTIONS.label} value={label} set={setLabel} max={60} />
        <Field name={CONNECTIONS.apiKey} value={apiKey} set={setApiKey} max={200} mono />
        {!pair && <Field name={CONNECTIONS.apiSecret} value={secret} set={setSecret} max={500} hidden />}
        {how === 'locked' && (
          <Field
            name={CONNECTIONS.passphrase}
            hint={CONNECTIONS.passphraseHint(SHORTEST)}
            value={passphrase}
            set={setPassphrase}
            max={500}
            hidden
          />
        )}
      </div>
      {error && (
        <p class="error" role="alert">
          {error}
        </p>
      )}
      <div class="acts">
        <button type="submit" class="btn primary" disabled={busy}>
          {CONNECTIONS.connect}
        </button>
        <button type="button" class="btn" onClick={close}>
          {CONNECTIONS.cancel}
        </button>
        <span class="note" role="status">
          {busy && CONNECTIONS.connecting}
        </span>
      </div>
    </form>
  );
}

/** The public half of a key pair, to be registered at Binance. */
function KeyPair() {
  const made = draft.value;
  if (!made) {
    return (
      <div class="acts">
        <button type="button" class="btn" onClick={makeKey}>
          {CONNECTIONS.makeKey}
        </button>
      </div>
    );
  }
  return (
    <div class="stack">
      <label class="field">
        {CONNECTIONS.publicKey}
        <textarea class="input area mono" readOnly rows={3} value={made.publicKey} />
      </label>
      <div class="acts">
        <CopyButton text={made.publicKey} label={CONNECTIONS.copyKey} />
        <span class="note">{CONNECTIONS.keyHint}</span>
      </div>
    </div>
  );
}

interface FieldProps {
  name: string;
  hint?: string;
  value: string;
  set: (value: string) => void;
  max: number;
  mono?: boolean;
  /** It is a secret: shown as dots, and the browser is not to remember it. */
  hidden?: boolean;
}

function Field({ name, hint, value, set, max, mono, hidden }: FieldProps) {
  const id = useId();
  const shared = {
    id,
    class: mono ? 'input mono' : 'input',
    autocomplete: 'off' as const,
    spellcheck: false,
    value,
    maxLength: max,
    'aria-describedby': hint && `${id}-hint`,
    onInput: (event: { currentTarget: HTMLInputElement }) => set(event.currentTarget.value),
  };
  return (
    <div class="field grow">
      <label for={id}>{name}</label>
      {hidden ? <input type="password" {...shared} /> : <input type="text" {...shared} />}
      {hint && <small id={`${id}-hint`}>{hint}</small>}
    </div>
  );
}
