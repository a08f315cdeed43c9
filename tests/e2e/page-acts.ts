/** Something of the page's over everything, which lets presses through. */
export const OVERLAY =
  'const d=document.createElement("div");d.style.cssText="position:fixed;inset:0;width:auto;height:auto;background:red;z-index:2147483647;pointer-events:none";document.documentElement.append(d);';
const ROOT = 'document.documentElement.style';
const HOST = 'document.querySelector("referral-copy")';

/** What pages, people and other extensions do to a page, and none of it reaches our buttons: they copy as ever. */
export const HARMLESS: [string, string][] = [
  ['a grey page', `${ROOT}.filter="grayscale(1)"`],
  ['more contrast', `${ROOT}.filter="contrast(1.5)"`],
  ['an inverted page', `${ROOT}.filter="invert(1) hue-rotate(180deg)"`],
  ['an inverted body', 'document.body.style.filter="invert(1)"'],
  ['a faint page', `${ROOT}.opacity="0.01"`],
  ['a clip', `${ROOT}.clipPath="inset(50%)"`],
  ['a mask', `${ROOT}.maskImage="linear-gradient(transparent,transparent)"`],
  ['a page moved and scaled', `${ROOT}.transform="translateX(60px) scale(.8)"`],
  ['a zoomed page', `${ROOT}.zoom="1.5"`],
  ['a page zoomed out', `${ROOT}.zoom=".5"`],
  ['text twice as large', `${ROOT}.fontSize="200%"`],
  ['a page from right to left', 'document.documentElement.dir="rtl"'],
  ['an overlay that lets presses through', OVERLAY],
  [
    'styles on our host',
    `for(const [name,value] of [["opacity","0.01"],["mix-blend-mode","difference"],["transform","scale(.1)"]])${HOST}.style.setProperty(name,value,"important")`,
  ],
  [
    'our host taken out of the top layer',
    `${ROOT}.opacity="0.01";addEventListener("beforetoggle",event=>event.target===${HOST}&&event.preventDefault(),true);${HOST}.popover="manual";try{${HOST}.showPopover()}catch{};${HOST}.popover=null`,
  ],
  ['an animation of our host', `${HOST}.animate([{opacity:0},{opacity:0}],{duration:1e6})`],
  [
    'a style sheet of another extension',
    'const s=document.createElement("style");s.className="darkreader";s.textContent="*{background:#222!important;color:#eee!important}";document.head.append(s)',
  ],
  [
    'a ticker that scrolls by itself',
    'const t=document.createElement("div");t.style.cssText="width:100px;overflow:hidden;white-space:nowrap";t.textContent="news ".repeat(500);document.body.append(t);setInterval(()=>t.scrollLeft++,30)',
  ],
  ['made-up scrolling', 'setInterval(()=>dispatchEvent(new Event("scroll")),20)'],
  [
    'a link in a drawing',
    'document.body.insertAdjacentHTML("afterbegin",`<svg width="40" height="20"><a href="/en/support/announcement/x"><text y="15">map</text></a></svg>`)',
  ],
  [
    'fields with the names of methods',
    'document.body.insertAdjacentHTML("beforeend",`<form><input name="closest"><input name="querySelectorAll"><input name="parentNode"><input name="childNodes"></form>`)',
  ],
];

/** An act that is made with the pointer: each test that knows it makes it itself. */
export const MOVED = 'moved';

/** What puts something else where our button is, or our button where something else was. */
export const ATTACKS: [string, string][] = [
  ['an overlay in the top layer', `${OVERLAY}d.popover="manual";d.showPopover()`],
  [
    'a dialog',
    'const d=document.createElement("dialog");d.style.opacity="0.01";document.body.append(d);d.showModal()',
  ],
  ['a page that is not drawn', `${ROOT}.contentVisibility="hidden"`],
  [
    'thrown out of the page again and again, and faint',
    `${ROOT}.opacity="0.01";(h=>new Promise(done=>{let n=0;const t=setInterval(()=>{h.remove();document.documentElement.append(h);if(++n===40){clearInterval(t);done()}},30)}))(${HOST})`,
  ],
  [
    'scrolled under the pointer',
    'document.body.style.paddingBottom="3000px";{const move=()=>scrollBy(0,scrollY%2?1:-1);setInterval(move,50);addEventListener("pointerdown",move,true)}scrollTo(0,1)',
  ],
  ['moved under the pointer', MOVED],
];

/** Each attack with each other, and with what is harmless alone. */
export const PAIRS = ATTACKS.flatMap(([name, attack], i) => [
  ...ATTACKS.slice(i + 1).map(([other, act]) => ({
    name: `${name}, ${other}`,
    before: '',
    acts: [attack, act],
  })),
  ...HARMLESS.filter((_, j) => (i + j) % 2 === 0).map(([other, before]) => ({
    name: `${other}, ${name}`,
    before,
    acts: [attack],
  })),
]);
