import { browser } from 'wxt/browser';

/**
 * Calls back every so many minutes. Created only where there is none: to create it at every start would push it back
 * for ever, and browsers may drop alarms when they start (facts/platform.md).
 */
export function every(name: string, minutes: number, run: () => void): void {
  browser.alarms.onAlarm.addListener(alarm => {
    if (alarm.name === name) run();
  });
  void browser.alarms.get(name).then(known => {
    if (!known) return browser.alarms.create(name, { periodInMinutes: minutes, delayInMinutes: 1 });
  });
}
