import { browser } from 'wxt/browser';
import { reportFault } from './fault-log';

export interface Suggestion {
  content: string;
  description: string;
}

/** The address bar's keyword: suggestions while typing, and what is chosen opens in the tab. */
export function onOmnibox(suggest: (text: string) => Promise<Suggestion[]>): void {
  browser.omnibox?.onInputChanged.addListener((text, give) => {
    suggest(text).then(give, error => {
      reportFault('menu', error);
      give([]);
    });
  });
  browser.omnibox?.onInputEntered.addListener(text => {
    void suggest(text).then(([first]) => {
      // What is typed may be anything: only an address of ours or a suggestion of ours is opened.
      const url = text.startsWith('https://www.binance.com/') ? text : first?.content;
      if (url?.startsWith('https://www.binance.com/')) return browser.tabs.update({ url });
    });
  });
}
