import { setPrivacy, setTheme } from '../../lib/state/commands';
import { settings } from '../../lib/state/session';
import { CURRENCY } from '../../lib/text/format';
import { SETTINGS } from '../../lib/text/settings';
import { SectionPage } from '../shell/SectionPage';

const THEMES = ['system', 'light', 'dark'] as const;

export function SettingsPage({ today }: { today: number }) {
  const { theme = 'system', privacy = false } = settings.value;
  return (
    <SectionPage title={SETTINGS.title} today={today}>
      <section class="panel box stack" aria-label={SETTINGS.look}>
        <fieldset class="choices">
          <legend>{SETTINGS.theme}</legend>
          {THEMES.map(value => (
            <label key={value}>
              <input
                type="radio"
                name="theme"
                checked={theme === value}
                onChange={() => setTheme(value === 'system' ? undefined : value)}
              />
              {SETTINGS.themes[value]}
            </label>
          ))}
        </fieldset>
        <label class="check">
          <input
            type="checkbox"
            checked={privacy}
            onChange={event => setPrivacy(event.currentTarget.checked)}
          />
          <span>
            <b>{SETTINGS.privacy}</b>
            <small>{SETTINGS.privacyText}</small>
          </span>
        </label>
      </section>
      <section class="panel box">
        <dl class="about">
          <dt>{SETTINGS.currency}</dt>
          <dd>
            <b>{CURRENCY}</b> <span class="muted">{SETTINGS.currencyText}</span>
          </dd>
          <dt>{SETTINGS.language}</dt>
          <dd class="muted">{SETTINGS.languageText}</dd>
        </dl>
      </section>
    </SectionPage>
  );
}
