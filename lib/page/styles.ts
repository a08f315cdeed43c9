/** Looks like ours on any ground: px only, since rem follows the host page; no colour of the page comes in. */
export const PAGE_STYLES = `
:host { all: initial !important; position: absolute !important; top: 0 !important; left: 0 !important; width: 0 !important; height: 0 !important; z-index: 2147483000 !important; display: block !important; overflow: visible !important; }
* { box-sizing: border-box; }
.root { all: initial; display: block; position: absolute; inset: 0 auto auto 0; width: 0; height: 0; overflow: visible; font: 500 12px/1.4 ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; color: #1c1b18; direction: ltr; }
button { font: inherit; color: inherit; cursor: pointer; }
button:focus-visible, input:focus-visible { outline: 2px solid #2f6fde; outline-offset: 2px; }
.mini { position: absolute; width: 26px; height: 22px; padding: 0; border: 1px solid #d3cec3; border-radius: 6px; background: #fff; display: grid; place-items: center; overflow: hidden; }
.mini[hidden] { display: none; }
.mini:hover, .mini:focus-visible { border-color: #b9892f; background: #fdf1dc; }
.mini.done { background: #e3f4ec; border-color: #0b7a4b; }
.mark { width: 12px; height: 12px; border-radius: 4px; background: #f2a93b; position: relative; flex: none; }
.mark::after { content: ""; position: absolute; inset: 3px; border: 1.5px solid #241600; border-right-color: transparent; border-radius: 50%; transform: rotate(-45deg); }
.fixed { position: fixed; display: flex; flex-direction: column; align-items: flex-end; gap: 6px; bottom: calc(16px + var(--past, 0px)); right: 16px; max-width: calc(100vw - 32px); }
.fixed[class*="left"] { right: auto; left: 16px; align-items: flex-start; }
.fixed[class*="top"] { bottom: auto; top: calc(84px + var(--past, 0px)); flex-direction: column-reverse; }
.pill { max-width: 100%; display: flex; align-items: center; gap: 8px; padding: 5px 6px 5px 10px; border: 1px solid #d3cec3; border-radius: 10px; background: #fff; box-shadow: 0 2px 10px rgb(30 25 10 / .12); }
.name { min-width: 0; display: grid; font-size: 11px; line-height: 1.2; color: #56534c; white-space: nowrap; }
.name > * { overflow: hidden; text-overflow: ellipsis; }
.name b { font-weight: 600; color: #1c1b18; }
.pill button { flex: none; }
.pill button, .menu button { border: 1px solid transparent; border-radius: 7px; background: none; min-height: 28px; padding: 0 10px; white-space: nowrap; }
.pill .main { background: #f2a93b; color: #241600; font-weight: 600; min-width: 128px; }
.pill .main:hover { background: #eb9d27; }
.pill .more { padding: 0 8px; color: #56534c; }
.pill .more:hover, .menu button:hover { background: #f7f6f3; }
.menu { display: grid; width: 264px; max-width: 100%; max-height: calc(100vh - 160px - var(--past, 0px)); overflow-y: auto; padding: 5px; border: 1px solid #e7e4dd; border-radius: 10px; background: #fff; box-shadow: 0 8px 30px rgb(30 25 10 / .2); }
.menu button { display: grid; text-align: left; padding: 4px 10px; overflow: hidden; }
.menu button > * { overflow: hidden; text-overflow: ellipsis; }
.menu small { font-size: 11px; font-weight: 400; color: #6b675e; }
.menu p { margin: 4px 10px; overflow-wrap: anywhere; font-size: 11px; color: #6b675e; }
.menu svg { width: 240px; height: 240px; max-width: 100%; margin: 0 auto 6px; background: #fff; border-radius: 8px; }
/* No shadow: it would lie on the button beside, which then could not be pressed again. */
.said { position: fixed; z-index: 1; display: grid; gap: 4px; max-width: min(320px, calc(100vw - 16px)); padding: 8px 10px; border: 1px solid #d3cec3; border-radius: 10px; background: #fff; overflow-wrap: anywhere; }
.said input, .said textarea { width: 100%; font: inherit; padding: 4px 6px; border: 1px solid #d3cec3; border-radius: 6px; background: #fff; color: #1c1b18; }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.dark { color: #f3f1ea; color-scheme: dark; }
.dark .mini, .dark .pill, .dark .menu, .dark .said, .dark .said input, .dark .said textarea { background: #1a1a17; border-color: #43413b; color: #f3f1ea; }
.dark .mini:hover, .dark .mini:focus-visible { background: #33270f; }
.dark .mini.done { background: #12291f; border-color: #5ecf9c; }
.dark .name, .dark .pill .more, .dark .menu p, .dark .menu small { color: #bdb9ae; }
.dark .name b { color: #f3f1ea; }
.dark .pill .more:hover, .dark .menu button:hover { background: #2c2b27; }
@media print { :host { display: none !important; } }
`;
