import { browser } from 'wxt/browser';

/** The keyboard command that copies the page of the active tab. */
export function onCommand(name: string, run: (address: string, tab: number) => void): void {
  browser.commands?.onCommand.addListener((command, tab) => {
    if (command === name && tab?.id !== undefined && tab.url) run(tab.url, tab.id);
  });
}
