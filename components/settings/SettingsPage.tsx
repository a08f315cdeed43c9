import { useState } from 'preact/hooks';
import { CURRENCIES, isCurrency } from '../../lib/domain/currency';
import { PRESS_FORMS } from '../../lib/domain/press-choices';
import { type LabelledSetting, SETTING_TABLE } from '../../lib/domain/settings';
import { bringingInto, currencyTrouble, setCurrency } from '../../lib/state/currency';
import { browserLanguage, chooseLanguage, chosenLanguage } from '../../lib/state/language';
import { ledger, settings } from '../../lib/state/session';
import { chooseNotify, chooseSettings } from '../../lib/state/settings';
import { BASE } from '../../lib/text/format';
import { isLanguage, LANGUAGES } from '../../lib/text/language';
import { SETTINGS } from '../../lib/text/settings';
import { SectionPage } from '../shell/SectionPage';
import { Diagnostics } from './Diagnostics';

/** Settings that are a box to tick, with a line that says what it does. */
type ExplainedSetting = 'privacy' | 'quiet' | 'autoAppend' | 'notify';

/** A label that has no words does not compile. */
const settingName = (setting: LabelledSetting): string => SETTINGS[SETTING_TABLE[setting].label];
const settingText = (setting: ExplainedSetting): string => SETTINGS[`${SETTING_TABLE[setting].label}Text`];

const BADGES = ['off', 'commission', 'referrals'] as const;
const LOCK_HOURS = [1, 8, 24];
const THEME_OPTIONS = ['system', 'light', 'dark'] as const;

export function SettingsPage({ today }: { today: number }) {
  const { badge = 'off', notify, lockHours, currency } = settings.value;
  const { theme = 'system', privacy, quiet, quietPages, autoAppend, pressForm } = settings.value;
  const showButtons = () => chooseSettings({ quiet: false, quietPages: [] });
  return (
    <SectionPage title={SETTINGS.title} today={today}>
      <section class="panel box stack" aria-label={SETTINGS.look}>
        <fieldset class="choices">
          <legend>{settingName('theme')}</legend>
          {THEME_OPTIONS.map(value => (
            <label key={value}>
              <input
                type="radio"
                name="theme"
                checked={theme === value}
                onChange={() => chooseSettings({ theme: value === 'system' ? undefined : value })}
              />
              {SETTINGS.themes[value]}
            </label>
          ))}
        </fieldset>
        <Check of="privacy" on={privacy} set={on => chooseSettings({ privacy: on })} />
        <label class="field short">
          {settingName('language')}
          <select
            class="input"
            value={chosenLanguage() ?? ''}
            onChange={event => {
              const { value } = event.currentTarget;
              void chooseLanguage(isLanguage(value) ? value : undefined);
            }}
          >
            <option value="">{SETTINGS.browserLanguage(LANGUAGES[browserLanguage()])}</option>
            {Object.entries(LANGUAGES).map(([tag, name]) => (
              <option key={tag} value={tag} lang={tag}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <p class="note">{SETTINGS.languageText}</p>
      </section>
      <section class="panel box stack" aria-labelledby="pages-title">
        <h2 id="pages-title">{SETTINGS.pages}</h2>
        <Check of="quiet" on={!quiet} set={on => (on ? showButtons() : chooseSettings({ quiet: true }))} />
        {quietPages.length > 0 && (
          <p class="note">
            {SETTINGS.hiddenPages(quietPages.length)}{' '}
            <button type="button" class="link-button" onClick={showButtons}>
              {SETTINGS.showAgain}
            </button>
          </p>
        )}
        <fieldset class="choices">
          <legend>{settingName('pressForm')}</legend>
          {PRESS_FORMS.map(value => (
            <label key={value}>
              <input
                type="radio"
                name="press-form"
                checked={pressForm === value}
                onChange={() => chooseSettings({ pressForm: value })}
              />
              {SETTINGS.pressForms[value]}
            </label>
          ))}
        </fieldset>
        <Check of="autoAppend" on={autoAppend} set={on => chooseSettings({ autoAppend: on })} />
      </section>
      <section class="panel box stack" aria-labelledby="toolbar-title">
        <h2 id="toolbar-title">{SETTINGS.toolbar}</h2>
        <fieldset class="choices">
          <legend>{settingName('badge')}</legend>
          {BADGES.map(value => (
            <label key={value}>
              <input
                type="radio"
                name="badge"
                checked={badge === value}
                onChange={() => chooseSettings({ badge: value === 'off' ? undefined : value })}
              />
              {SETTINGS.badges[value]}
            </label>
          ))}
        </fieldset>
        <Check of="notify" on={notify} set={chooseNotify} />
        <label class="field short">
          {settingName('lockHours')}
          <select
            class="input"
            value={String(lockHours)}
            onChange={event => chooseSettings({ lockHours: Number(event.currentTarget.value) })}
          >
            {LOCK_HOURS.map(hours => (
              <option key={hours} value={String(hours)}>
                {SETTINGS.lockHours(hours)}
              </option>
            ))}
          </select>
        </label>
      </section>
      <Reporting key={currency} />
      <Diagnostics />
    </SectionPage>
  );
}

/** What figures are in. It changes once the ledger has been added up in the other currency, and not before. */
function Reporting() {
  const book = ledger.value?.book;
  const { currency: chosen } = settings.value;
  // What figures are in is the ledger's to say; a setting can be ahead of it.
  const now = book ? book.state.currency : chosen;
  const busy = bringingInto.value;
  const [wanted, setWanted] = useState<string>(chosen ?? BASE);
  const lacking = book?.state.months.reduce((n, month) => n + (month.lacks?.length ?? 0), 0) ?? 0;
  return (
    <section class="panel box stack" aria-labelledby="currency-title">
      <h2 id="currency-title">{SETTINGS.currency}</h2>
      <form
        class="field-row"
        onSubmit={event => {
          event.preventDefault();
          void setCurrency(isCurrency(wanted) ? wanted : undefined);
        }}
      >
        <label class="field short">
          {settingName('currency')}
          <select
            class="input"
            value={wanted}
            disabled={busy !== undefined}
            onChange={event => setWanted(event.currentTarget.value)}
          >
            {[BASE, ...CURRENCIES].map(value => (
              <option key={value} value={value}>
                {SETTINGS.currencyName(value)}
              </option>
            ))}
          </select>
        </label>
        {(wanted !== (now ?? BASE) || now !== chosen) && (
          <button type="submit" class="btn" disabled={busy !== undefined}>
            {SETTINGS.currencyShow(wanted)}
          </button>
        )}
      </form>
      <p class="note" role="status">
        {busy ? SETTINGS.currencyBusy(busy === 'base' ? BASE : busy) : currencyTrouble.value}
      </p>
      <p class="note">
        {SETTINGS.currencyText(now ?? BASE)}{' '}
        {chosen && now !== chosen ? SETTINGS.pending(chosen) : !chosen && SETTINGS.currencyHost}
      </p>
      {now && lacking > 0 && <p class="note">{SETTINGS.lacking(lacking, now)}</p>}
    </section>
  );
}

function Check(props: { of: ExplainedSetting; on: boolean; set: (on: boolean) => Promise<void> }) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={props.on}
        onChange={event => void props.set(event.currentTarget.checked)}
      />
      <span>
        <b>{settingName(props.of)}</b>
        <small>{settingText(props.of)}</small>
      </span>
    </label>
  );
}
