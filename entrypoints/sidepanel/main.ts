import '../../components/tokens.css';
import '../../components/popup.css';
import '../../components/this-page.css';
import { reportUncaught } from '../../lib/platform/fault-log';
import { speakHere } from '../../lib/state/language';
import { showSidePanel } from './show';

reportUncaught('popup');
await speakHere('page');
await showSidePanel();
