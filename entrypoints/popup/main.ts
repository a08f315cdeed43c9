import '../../components/tokens.css';
import '../../components/popup.css';

/** What the popup's first script leaves for this one: when it has painted, and whether not in English. */
const first = globalThis as { popupPainted?: Promise<void>; popupSpeaks?: boolean };

// The figure first: loading and running the rest before it is painted would cost it a third of its time (measured).
await first.popupPainted;
if (first.popupSpeaks) await (await import('../../lib/state/language')).speakHere('popup');
const { showPopup } = await import('./show');
showPopup();
