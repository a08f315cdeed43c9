import '../../components/tokens.css';
import '../../components/popup.css';

// The figure first: loading and running the rest before it is painted would cost it a third of its time (measured).
await (globalThis as { popupPainted?: Promise<void> }).popupPainted;
const { show } = await import('./show');
show();
