import { render } from 'preact';
import { Popup } from '../../components/popup/Popup';
import type { DashboardHash } from '../../lib/domain/section';
import { openDashboard } from '../../lib/platform/pages';
import { startGlance } from '../../lib/state/glance';

/** Draws the popup and takes away the first figure, which stands in it too. */
export function showPopup(): void {
  const open = (hash: DashboardHash) => {
    void openDashboard(hash).then(() => window.close());
  };
  void startGlance(Date.now()).then(() => {
    render(<Popup open={open} />, document.getElementById('app')!);
    document.getElementById('first')?.remove();
  });
}
