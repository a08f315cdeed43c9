import '../../components/tokens.css';
import '../../components/dashboard.css';
import '../../components/sections.css';
import { render } from 'preact';
import { createRowsService } from '../../lib/ledger/rows-service';
import { followFeed } from '../../lib/state/campaigns';
import { connectWriter, ledgerWriter } from '../../lib/state/commands';
import { followConnections } from '../../lib/state/connections';
import { followRows } from '../../lib/state/income-rows';
import { followHash } from '../../lib/state/route';
import { connectRows } from '../../lib/state/rows';
import { followSections } from '../../lib/state/sections';
import { startSession } from '../../lib/state/session';
import { keptDatabase } from '../../lib/store/kept-database';
import { createWriter } from '../../lib/sync/writer';
import { writeBook } from './books';
import type { State } from './catalogue';

/** What `entrypoints/dashboard` wires, with both workers in the page itself. */
export async function showDashboard(state: State, frame: 'part' | 'page'): Promise<void> {
  const now = () => Date.now();
  const life = new AbortController();
  const { locks } = navigator;
  connectWriter(
    () => createWriter({ locks, now, id: () => crypto.randomUUID() }),
    report => report,
  );
  await writeBook(ledgerWriter(), state.book);
  connectRows(
    () => createRowsService(keptDatabase()),
    callback => callback,
  );
  followSections(now);
  followRows();
  followFeed();
  followConnections();
  followHash(life.signal);
  await startSession(now, life.signal);
  await state.before?.();
  const View = () => <>{state.view()}</>;
  const view =
    frame === 'part' ? (
      <main>
        <View />
      </main>
    ) : (
      <View />
    );
  render(view, document.getElementById('app')!);
}
