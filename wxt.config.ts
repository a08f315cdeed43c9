import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { ADDRESS_WORDS } from './lib/domain/campaign-pages.ts';
import { API_HOSTS } from './lib/domain/income-streams.ts';

/**
 * Everything the extension may reach. `connect-src` names it once more, because a host permission alone does not
 * stop a fetch to another host (docs/facts/platform.md §5).
 */
const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
  "font-src 'self'; connect-src 'self' https://www.binance.com " +
  `${API_HOSTS.join(' ')}; ` +
  "worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The site of the campaign pages; those of them that may be campaigns. */
const SITE = ['https://www.binance.com/*'];
const CAMPAIGNS = ADDRESS_WORDS.map(word => `*${word}*`);

export default defineConfig({
  // A reader must see where a name comes from.
  imports: false,
  zip: { excludeSources: ['test-results/**', 'docs/**'] },
  vite: () => ({
    plugins: [preact({ devToolsEnabled: false })],
    build: { target: 'es2022', modulePreload: { polyfill: false } },
  }),
  manifest: ({ command, browser }) => ({
    name: '__MSG_name__',
    short_name: '__MSG_shortName__',
    description: '__MSG_description__',
    default_locale: 'en',
    // Least permission: each later feature adds its own line here when it exists, none before.
    permissions: ['storage', 'unlimitedStorage', 'alarms', 'contextMenus', 'activeTab', 'scripting'],
    // Campaign pages, and the public list of campaigns once the user wants it.
    host_permissions: SITE,
    // Asked for when the user connects an account, or wants notifications.
    optional_host_permissions: API_HOSTS.map(host => `${host}/*`),
    optional_permissions: ['notifications'],
    ...(browser === 'chrome' && { minimum_chrome_version: '120' }),
    // Registered here and not by wxt: its wrapper would cost every page of the site a millisecond. Each page gets
    // one of the two.
    content_scripts: [
      { matches: SITE, include_globs: CAMPAIGNS, js: ['campaigns.js'], run_at: 'document_idle' },
      { matches: SITE, exclude_globs: CAMPAIGNS, js: ['watcher.js'], run_at: 'document_idle' },
    ],
    web_accessible_resources: [{ resources: ['campaigns.js'], matches: SITE }],
    omnibox: { keyword: 'ref' },
    commands: {
      'copy-page': {
        suggested_key: { default: 'Alt+Shift+R' },
        description: '__MSG_copyPage__',
      },
    },
    action: { default_title: '__MSG_name__' },
    icons: { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png', 128: 'icons/128.png' },
    // The dev server needs its own origin; the shipped pages reach nothing but themselves.
    ...(command === 'build' && { content_security_policy: { extension_pages: pagePolicy } }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'referral-dashboard-pro@unofficial.invalid',
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
});
