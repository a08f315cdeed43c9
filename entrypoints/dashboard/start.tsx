import { proxy, wrap } from 'comlink';
import { render } from 'preact';
import { App } from '../../components/shell/App';
import type { RowsService } from '../../lib/ledger/rows-service';
import { reportUncaught } from '../../lib/platform/fault-log';
import { followFeed } from '../../lib/state/campaigns';
import { connectWriter } from '../../lib/state/commands';
import { followConnections } from '../../lib/state/connections';
import { followRows } from '../../lib/state/income-rows';
import { followHash } from '../../lib/state/route';
import { connectRows } from '../../lib/state/rows';
import { followSections } from '../../lib/state/sections';
import { startSession } from '../../lib/state/session';
import type { LedgerWriter } from '../../lib/sync/writer';

/** Draws the dashboard and keeps it up to date until the page goes. */
export function startDashboard(): void {
  const life = new AbortController();
  addEventListener('pagehide', () => life.abort());
  reportUncaught('dashboard', life.signal);
  const now = () => Date.now();

  const startLedger = () => new Worker(new URL('./ledger.worker.ts', import.meta.url), { type: 'module' });
  const startRows = () => new Worker(new URL('./rows.worker.ts', import.meta.url), { type: 'module' });
  connectWriter(() => wrap<LedgerWriter>(startLedger()) as unknown as LedgerWriter, proxy);
  const stops = [
    connectRows(() => wrap<RowsService>(startRows()) as unknown as RowsService, proxy),
    ...followSections(now),
    ...followRows(),
    ...followFeed(),
    ...followConnections(),
  ];
  life.signal.addEventListener('abort', () => {
    for (const stop of stops) stop();
  });
  followHash(life.signal);
  void startSession(now, life.signal);
  render(<App />, document.getElementById('app')!);
}
