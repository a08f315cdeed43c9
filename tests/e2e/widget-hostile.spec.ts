import { serveFiles } from '../browser/static-server.ts';
import { expect } from './app.ts';
import { pageOf, snapshotOf, test, WIDGET } from './widget-site.ts';

/** Strings that try to be something else than text, in every field a snapshot has. */
function hostile(): string[] {
  const run = 'globalThis.hacked=1';
  const seeds = [
    `<script>${run}</script>`,
    `<img src=x onerror=${run}>`,
    `"><svg onload=${run}>`,
    `javascript:${run}`,
    `data:text/html,<script>${run}</script>`,
    `data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+`,
    `https://evil.example/?ref=MYCODE1`,
    `https://www.binance.com@evil.example/join?ref=X`,
    `//evil.example`,
    `\\\\evil.example`,
    `https://www.binance.com.evil.example/en/support/announcement/a`,
    `https://www.binance.com/en/support/announcement/a?ref=THEIRS`,
    '</script><script>globalThis.hacked=1</script>',
    `';${run};//`,
    `{{constructor.constructor("${run}")()}}`,
    `\${${run}}`,
    `expression(${run})`,
    `red;background:url(https://evil.example/x)`,
    `__proto__`,
    `constructor`,
    `\u202Egnp.exe`,
    `\u0000\u0001`,
    `🧨'"\`<>&`,
    `a\nb\r\nc\u2028d`,
  ];
  const all: string[] = [];
  for (const seed of seeds) {
    all.push(
      seed,
      seed.toUpperCase(),
      ` ${seed}`,
      `${seed}\u0000`,
      encodeURIComponent(seed),
      seed.repeat(40),
    );
    all.push(
      [...seed].map(c => `&#${c.codePointAt(0)};`).join(''),
      `x"${seed}"y`,
      `\t${seed}\n`,
      seed.split('').join('\u200b'),
    );
    all.push(`${seed}#`, `?${seed}`, `/../${seed}`, `${seed}${seed}`, `%00${seed}`, `MYCODE1&x=${seed}`);
    all.push(
      `<!--${seed}-->`,
      `<a href="${seed}">x</a>`,
      `]]>${seed}`,
      `{"v":1,"code":"${seed}"}`,
      `url(${seed})`,
    );
  }
  return all;
}

test('hostile strings in every field and attribute: nothing runs, nothing is HTML, every link is Binance’s with our code', async ({
  visit,
}) => {
  test.setTimeout(120_000);
  const strings = hostile();
  expect(strings.length).toBeGreaterThan(500);
  const site = await serveFiles({ 'widget.js': WIDGET, 'index.html': pageOf('<div id="here"></div>') });
  try {
    const { page, noise, close } = await visit(site);
    const asked: string[] = [];
    page.on('request', request => asked.push(request.url()));
    const found = await page.evaluate(
      ([all, base]) => {
        const words = Object.keys(base.words);
        const allowed = /^(div|p|span|b|a|button|img|ul|li|dl|dt|dd|i|svg|path|slot)$/;
        const bad: string[] = [];
        let drawn = 0;
        for (const text of all) {
          const forms = [
            {
              ...base,
              name: text,
              lang: text,
              accent: text,
              picture: text,
              layout: text,
              theme: text,
              words: Object.fromEntries(words.map(word => [word, text])),
              campaigns: [
                { title: text, url: text, to: text },
                { title: text, url: 'https://www.binance.com/en/support/announcement/a', to: 9e12 },
              ],
              figures: { referrals: text, years: text, index: [text] },
              [text]: text,
            },
            { ...base, code: text },
            text,
          ];
          for (const form of forms) {
            const card = document.createElement('referral-card');
            const data = document.createElement('script');
            data.type = 'application/json';
            data.textContent = typeof form === 'string' ? form : JSON.stringify(form);
            card.append(data);
            document.getElementById('here')!.replaceChildren(card);
            const root = card.shadowRoot!;
            for (const element of root.querySelectorAll('*')) {
              if (!allowed.test(element.localName)) bad.push(`${element.localName} from ${text}`);
              for (const { name } of element.attributes)
                if (name.startsWith('on')) bad.push(`${name} from ${text}`);
            }
            for (const a of root.querySelectorAll('a')) {
              drawn++;
              if (
                !/^https:\/\/www\.binance\.com\/(?:join|en\/support\/announcement\/a)\?ref=[A-Za-z0-9_]{3,32}$/.test(
                  a.href,
                )
              )
                bad.push(`${a.href} from ${text}`);
            }
            if (!root.querySelector('slot') && !root.querySelector('[part="disclosure"]')?.textContent)
              bad.push(`no disclosure from ${text}`);
          }
          // And as attributes of the element itself.
          const odd = document.createElement('referral-card');
          for (const name of ['reserve', 'layout', 'theme', 'code', 'class', 'data-x'])
            odd.setAttribute(name, text);
          document.getElementById('here')!.replaceChildren(odd);
        }
        return { bad, drawn, hacked: 'hacked' in globalThis };
      },
      [strings, { ...snapshotOf(), campaigns: [] }] as const,
    );
    expect(found.bad.slice(0, 5)).toEqual([]);
    expect(found.hacked).toBe(false);
    expect(found.drawn).toBeGreaterThan(500);
    expect(asked.filter(url => !url.startsWith(site.url) && !url.startsWith('data:'))).toEqual([]);
    expect(noise).toEqual([]);
    await close();
  } finally {
    await site.close();
  }
});
