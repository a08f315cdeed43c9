import '../../components/tokens.css';
import '../../components/dashboard.css';
import '../../components/sections.css';
import { speakHere } from '../../lib/state/language';

// Words are in place before any screen is loaded: some are read as its module starts.
await speakHere('dashboard');
const { startDashboard } = await import('./start');
startDashboard();
