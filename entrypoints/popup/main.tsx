import { startGlance } from '../../lib/state/glance';
import '../../components/tokens.css';
import '../../components/popup.css';
import { render } from 'preact';
import { Popup } from '../../components/popup/Popup';
import { openDashboard } from '../../lib/platform/pages';

// Asked before anything is drawn: the answer arrives while the first frame is made.
startGlance(Date.now());
render(
  <Popup
    open={hash => {
      void openDashboard(hash).then(() => window.close());
    }}
  />,
  document.getElementById('app')!,
);
