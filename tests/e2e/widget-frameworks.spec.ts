import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { serveFiles } from '../browser/static-server.ts';
import { expect } from './app.ts';
import { inline, pageOf, snapshotOf, test, WIDGET } from './widget-site.ts';

test('twenty cards on one page, and cards in React and Vue pages: independent, no globals, no noise', async ({
  visit,
}) => {
  const folder = test.info().outputPath('frameworks');
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: folder,
      rollupOptions: {
        input: {
          react: resolve(import.meta.dirname, 'widget/react-page.ts'),
          vue: resolve(import.meta.dirname, 'widget/vue-page.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-chunk.js' },
      },
    },
  });
  const scripts = Object.fromEntries(
    readdirSync(folder).map(name => [name, readFileSync(`${folder}/${name}`, 'utf8')]),
  );
  const framework = (name: string) =>
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title><script src="widget.js"></script><div id="app"></div><script type="module" src="${name}.js"></script></html>`;
  const snapshot = JSON.stringify(snapshotOf());
  const site = await serveFiles({
    'widget.js': WIDGET,
    'snapshot.json': snapshot,
    ...scripts,
    'index.html': pageOf(
      Array.from({ length: 20 }, (_, i) => inline(snapshotOf({ code: `CODE_${i}` }))).join(''),
    ),
    'empty.html': '<!doctype html><html lang="en"><title>empty</title><p>Nothing</p></html>',
    'react.html': framework('react'),
    'vue.html': framework('vue'),
  });
  try {
    const plain = await visit(site);
    const codes = await plain.page.evaluate(() =>
      [...document.querySelectorAll('referral-card')].map(
        card => card.shadowRoot?.querySelector('b')?.textContent,
      ),
    );
    expect(codes).toEqual(Array.from({ length: 20 }, (_, i) => `CODE_${i}`));
    // What a page without the script has, this one has, and nothing more.
    const globals = (page: Page) => page.evaluate(() => Object.getOwnPropertyNames(globalThis).sort());
    const with20 = await globals(plain.page);
    await plain.page.goto(`${site.url}empty.html`);
    const empty = await globals(plain.page);
    expect(with20.filter(name => !empty.includes(name) && name !== 'shifts')).toEqual([]);
    expect(plain.noise).toEqual([]);
    await plain.close();

    for (const name of ['react', 'vue']) {
      const visited = await visit(site, `${name}.html`);
      await expect(visited.page.locator('referral-card a.join')).toHaveCount(2);
      await visited.page.getByRole('button', { name: 'Again' }).click();
      await expect(visited.page.locator('referral-card a.join')).toHaveCount(3);
      await visited.page.getByRole('button', { name: 'Fewer' }).click();
      await expect(visited.page.locator('referral-card a.join')).toHaveCount(2);
      expect(visited.noise, name).toEqual([]);
      await visited.close();
    }
  } finally {
    await site.close();
  }
});
