import { proxy, wrap } from 'comlink';
import { render } from 'preact';
import { App } from '../../components/shell/App';
import { connectWriter } from '../../lib/state/commands';
import { followHash } from '../../lib/state/route';
import { startSession } from '../../lib/state/session';
import type { LedgerWriter } from '../../lib/sync/writer';
import '../../components/tokens.css';
import '../../components/dashboard.css';

const life = new AbortController();
addEventListener('pagehide', () => life.abort());

const startWorker = () => new Worker(new URL('./ledger.worker.ts', import.meta.url), { type: 'module' });
connectWriter(() => wrap<LedgerWriter>(startWorker()) as unknown as LedgerWriter, proxy);
followHash(life.signal);
void startSession(() => Date.now(), life.signal);
render(<App />, document.getElementById('app')!);
