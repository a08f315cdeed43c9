import '../../components/tokens.css';
import '../../components/popup.css';
import { render } from 'preact';
import { startGlance } from '../../lib/state/glance';
import { createWriter } from '../../lib/sync/writer';
import { writeBook } from './books';
import type { State } from './catalogue';

/** What `entrypoints/popup` wires. */
export async function showPopup(state: State): Promise<void> {
  const { locks } = navigator;
  const writer = createWriter({ locks, now: () => Date.now(), id: () => crypto.randomUUID() });
  await writeBook(writer, state.book);
  await state.before?.();
  await startGlance(Date.now());
  const View = () => <>{state.view()}</>;
  render(<View />, document.getElementById('app')!);
}
