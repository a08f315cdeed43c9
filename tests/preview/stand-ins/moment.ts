/** The moment every state is shown at, so that its pictures are the same on any day. The clock goes on from there. */
export const NOW = Date.UTC(2026, 10, 22, 13);

const started = performance.now();
Date.now = () => NOW + Math.floor(performance.now() - started);
