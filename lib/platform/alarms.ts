import { browser } from 'wxt/browser';

/** Calls back once, not before a moment and not sooner than browsers allow; what was arranged before is forgotten. */
export function onceAt(name: string, moment: number): void {
  void browser.alarms.create(name, { when: Math.max(moment, Date.now() + 30_000) });
}

export function never(name: string): void {
  void browser.alarms.clear(name);
}

export function onAlarm(name: string, run: () => void): void {
  browser.alarms.onAlarm.addListener(alarm => {
    if (alarm.name === name) run();
  });
}

/** A worker that waits for a slow host must not be taken for idle: any call of the browser's counts as life. */
export async function stayAwake<T>(work: Promise<T>): Promise<T> {
  const beat = setInterval(() => void browser.runtime.getPlatformInfo(), 20_000);
  try {
    return await work;
  } finally {
    clearInterval(beat);
  }
}

/**
 * Calls back every so many minutes. Created only where there is none: to create it at every start would push it back
 * for ever, and browsers may drop alarms when they start (docs/facts/platform.md §3).
 */
export function every(name: string, minutes: number, run: () => void): void {
  onAlarm(name, run);
  void browser.alarms.get(name).then(known => {
    if (!known) return browser.alarms.create(name, { periodInMinutes: minutes, delayInMinutes: 1 });
  });
}
