/** The widget's looks. Constructed, so that a page's content policy has nothing to say; px, because rem is the host's. */
export const WIDGET_STYLES = `
:host(:not([hidden])){display:block}
:host{container-type:inline-size;contain:layout style;box-sizing:border-box;
  --paper:var(--referral-paper,#fff);--ink:var(--referral-ink,#1c1b18);--soft:#5d594f;--line:#e2ded5;--wash:#f7f5f0;
  font:400 14px/1.45 var(--referral-font,system-ui,-apple-system,"Segoe UI",Roboto,sans-serif);color:var(--ink)}
.dark{--paper:var(--referral-paper-dark,#1a1a17);--ink:var(--referral-ink-dark,#f3f1ea);--soft:#b7b2a6;--line:#35332d;--wash:#23221e}
@media (prefers-color-scheme:dark){
.auto{--paper:var(--referral-paper-dark,#1a1a17);--ink:var(--referral-ink-dark,#f3f1ea);--soft:#b7b2a6;--line:#35332d;--wash:#23221e}}
*{box-sizing:border-box}
.root{background:var(--paper);color:var(--ink);border:1px solid var(--line);border-radius:var(--referral-radius,14px);
  padding:16px;display:grid;grid-template-columns:minmax(0,1fr);gap:14px;text-align:start;min-height:inherit;align-content:start}
.head{display:flex;gap:12px;align-items:center;min-width:0}
.picture{width:44px;height:44px;border-radius:50%;object-fit:cover;flex:none;background:var(--wash)}
.name{font-size:16px;font-weight:650;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;margin:0}
.row{display:flex;flex-wrap:wrap;gap:8px 10px;align-items:center}
.code{display:flex;align-items:center;gap:8px;min-width:0;flex:1 1 216px;border:1px solid var(--line);border-radius:9px;
  background:var(--wash);padding:4px;padding-inline-start:11px;min-height:40px}
.code span{font-size:11px;color:var(--soft);white-space:nowrap}
.code b{font:650 14px/1.3 ui-monospace,SFMono-Regular,Menlo,monospace;overflow:hidden;text-overflow:ellipsis;flex:1;min-width:4ch;
  direction:ltr;text-align:start}
button,.join{font:inherit;font-weight:600;border-radius:8px;border:1px solid transparent;cursor:pointer;min-height:32px}
button{background:var(--paper);color:var(--ink);border-color:var(--line);padding:4px 11px;white-space:nowrap}
button:hover{border-color:var(--soft)}
.join{display:inline-flex;align-items:center;justify-content:center;min-height:40px;padding:6px 18px;text-decoration:none;
  background:var(--accent);color:var(--on-accent);text-align:center;flex:1 1 120px}
.join:hover{filter:brightness(.96)}
:is(a,button):focus-visible{outline:2px solid var(--focus,#2f6fde);outline-offset:2px}
.qr{width:116px;height:116px;border-radius:8px;display:block;margin-inline:auto}
ul{list-style:none;margin:0;padding:0;border-top:1px solid var(--line)}
li{border-bottom:1px solid var(--line)}
li a{display:flex;justify-content:space-between;gap:12px;padding:9px 0;color:inherit;text-decoration:none;min-height:40px;align-items:center}
li a:hover .title{text-decoration:underline}
.title{display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden;overflow-wrap:anywhere;min-width:0}
.left{color:var(--soft);font-size:12px;white-space:nowrap;font-variant-numeric:tabular-nums}
.caption{font-size:12px;font-weight:600;color:var(--soft);margin:0 0 6px}
dl{display:flex;flex-wrap:wrap;gap:10px 22px;margin:0;align-items:end}
dl>div{min-width:0}
dt{font-size:11px;color:var(--soft)}
dd{margin:0;font-size:19px;font-weight:650;font-variant-numeric:tabular-nums}
.index{display:flex;gap:3px;align-items:end;height:34px;width:132px}
.index i{flex:1;background:var(--accent);border-radius:2px 2px 0 0;min-height:1px;opacity:.85}
.small{font-size:11px;line-height:1.45;color:var(--soft);margin:0;overflow-wrap:anywhere}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.strip .main{display:grid;gap:12px 18px;grid-template-columns:minmax(0,1fr);align-items:center}
.strip .name{font-size:15px}
.card .top{display:grid;gap:14px}
@container (min-width:400px){.card .top{grid-template-columns:minmax(0,1fr) auto;gap:18px;align-items:center}}
@container (min-width:560px){.strip .main{grid-template-columns:minmax(0,auto) minmax(0,1fr)}}
.card .body{display:grid;gap:12px;min-width:0}
.button{padding:10px;gap:6px}
.button .join{min-height:44px}
`;
