import { relative, resolve } from 'node:path';
import preact from '@preact/preset-vite';
import { build, defineConfig, type Plugin } from 'vite';

const HERE = import.meta.dirname;
const WIDGET = resolve(HERE, 'stand-ins/widget.ts');

/** Puts our stand-ins where the product would meet the browser; no line of the product knows of the preview. */
function standIns(): Plugin {
  return {
    name: 'stand-ins',
    enforce: 'pre',
    resolveId(name, importer = '') {
      if (name === 'wxt/browser') return resolve(HERE, 'stand-ins/browser.ts');
      if (name.endsWith('domain/page-role') && importer.includes('/lib/page/'))
        return resolve(HERE, 'stand-ins/page-role.ts');
      return undefined;
    },
  };
}

/** The widget as one classic script, as the extension carries it. */
async function widgetScript(): Promise<string> {
  const [made] = (await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: { write: false, target: 'es2022', lib: { entry: WIDGET, formats: ['iife'], name: 'widget' } },
  })) as unknown as { output: [{ code: string }] }[];
  return made.output[0].code;
}

function widget(): Plugin {
  return {
    name: 'widget',
    configureServer(server) {
      server.middlewares.use('/widget.js', async (_, response) => {
        response.setHeader('content-type', 'text/javascript');
        response.end(await widgetScript());
      });
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'widget.js', source: await widgetScript() });
    },
  };
}

/** A module of the product, of a library or of a state, without a style. */
function isBundled(id: string): boolean {
  const path = relative(resolve(HERE, '../..'), id);
  return (
    /^(lib|components|node_modules|tests.preview.states)\b/.test(path) && !/\.css$|chart.Chart\./.test(path)
  );
}

/** `npm run preview`: see `index.html`. Built by its test alone, and never with the extension. */
export default defineConfig({
  root: HERE,
  publicDir: resolve(HERE, '../../public'),
  plugins: [standIns(), widget(), preact({ devToolsEnabled: false })],
  build: {
    target: 'es2022',
    outDir: resolve(HERE, '../../test-results/preview'),
    emptyOutDir: true,
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      // One file: what is imported late still runs late.
      checks: { ineffectiveDynamicImport: false },
      input: ['index.html', 'state.html'].map(page => resolve(HERE, page)),
      output: {
        // One file instead of seventy: the walk loads it for each of hundreds of states. What a state does not ask
        // for is not run, and what brings a style of its own stays apart, because styles are not asked for.
        strictExecutionOrder: true,
        codeSplitting: { groups: [{ name: 'product', test: isBundled }] },
      },
    },
  },
});
