import { render } from 'preact';
import { Popup } from '../../components/popup/Popup';
import { openDashboard } from '../../lib/platform/pages';
import { followTabs } from '../../lib/platform/side-panel';
import { lookAtTab, startGlance } from '../../lib/state/glance';

/** Draws the popup beside the page: it stays, and follows the tab in front. */
export async function showSidePanel(): Promise<void> {
  await startGlance(Date.now());
  followTabs(() => void lookAtTab());
  render(<Popup open={hash => void openDashboard(hash)} panel />, document.getElementById('app')!);
}
