import '../../components/tokens.css';
import './shell.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { LANGUAGES } from '../../lib/text/language';
import { GROUPS, readGroup } from './catalogue';

/** What the address says: `#controls/Menu/open?theme=dark&language=ru&width=390`. */
interface Address {
  state: string;
  theme: string;
  language: string;
  width: string;
}

const THEMES = { '': 'System', light: 'Light', dark: 'Dark' };
const WIDTHS = { '': 'Full', 360: '360', 768: '768', 1280: '1280' };

function readAddress(): Address {
  const [state = '', query] = location.hash.slice(1).split('?');
  const asked = new URLSearchParams(query);
  const of = (name: string) => asked.get(name) ?? '';
  return {
    state: decodeURIComponent(state),
    theme: of('theme'),
    language: of('language'),
    width: of('width'),
  };
}

function hashOf({ state, ...rest }: Address): string {
  const query = new URLSearchParams(Object.entries(rest).filter(([, value]) => value));
  return `#${state}${query.size > 0 ? `?${query}` : ''}`;
}

const address = signal(readAddress());
addEventListener('hashchange', () => {
  address.value = readAddress();
});

interface Listed {
  group: string;
  components: [component: string, states: string[]][];
}

const listed = await Promise.all(
  GROUPS.map(async group => ({
    group,
    components: Object.entries(await readGroup(group)).map(([name, states]) => [name, Object.keys(states)]),
  })) as Promise<Listed>[],
);
if (address.value.state === '') {
  const { group, components } = listed[0];
  location.replace(`#${group}/${components[0][0]}/${components[0][1][0]}`);
}

function List() {
  const rail = useRef<HTMLElement>(null);
  const open = address.value.state;
  useEffect(() => {
    rail.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <nav ref={rail} aria-label="States">
      {listed.map(({ group, components }) => (
        <details key={group} open>
          <summary>{group}</summary>
          {components.map(([component, states]) => (
            <div class="component" key={component}>
              <h2>{component}</h2>
              {states.map(name => {
                const state = `${group}/${component}/${name}`;
                return (
                  <a
                    key={name}
                    href={hashOf({ ...address.value, state })}
                    data-state={state}
                    aria-current={state === open ? 'page' : undefined}
                  >
                    {name}
                  </a>
                );
              })}
            </div>
          ))}
        </details>
      ))}
    </nav>
  );
}

interface SwitchProps {
  name: 'theme' | 'language' | 'width';
  choices: Record<string, string>;
}

function Switch({ name, choices }: SwitchProps) {
  const change = (value: string) => {
    location.hash = hashOf({ ...address.value, [name]: value });
  };
  return (
    <label>
      {name}
      <select value={address.value[name]} onChange={e => change(e.currentTarget.value)}>
        {Object.entries(choices).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

function Stage() {
  const { state, theme, language, width } = address.value;
  const query = new URLSearchParams({ state, theme, language: language || 'en' });
  const source = `state.html?${query}`;
  return (
    <div class="stage">
      {/* Another element for another state: a frame that is sent elsewhere would write a history of its own. */}
      <iframe
        key={source}
        title={state}
        src={source}
        style={{ width: width ? `${width}px` : '100%', colorScheme: theme || 'light dark' }}
      />
    </div>
  );
}

/** Every state of every component, with an address each. */
function Preview() {
  const { state, theme, language } = address.value;
  const { en: _, ...others } = LANGUAGES;
  return (
    <>
      <List />
      <main>
        <header>
          <h1>{state.replaceAll('/', ' · ')}</h1>
          <Switch name="theme" choices={THEMES} />
          <Switch name="language" choices={{ '': LANGUAGES.en, ...others }} />
          <Switch name="width" choices={WIDTHS} />
          <a href={`state.html?${new URLSearchParams({ state, theme, language: language || 'en' })}`}>
            Alone
          </a>
        </header>
        <Stage />
      </main>
    </>
  );
}

render(<Preview />, document.getElementById('app')!);
