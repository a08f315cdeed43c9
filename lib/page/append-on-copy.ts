import { appended } from '../domain/auto-append';

/**
 * What is copied and is one campaign address carries the code, if the user wants it so. Nobody on the page hears of the
 * code: who listens before us finds the clipboard as it was, and who listens after us is not asked.
 */
export function appendOnCopy(code: string, ends: AbortSignal): void {
  window.addEventListener(
    'copy',
    event => {
      if (!event.isTrusted || event.defaultPrevented || !event.clipboardData) return;
      const field = document.activeElement;
      const selected =
        field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
          ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
          : String(getSelection() ?? '');
      const text = appended(selected, code);
      if (text === undefined) return;
      event.clipboardData.setData('text/plain', text);
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true, signal: ends },
  );
}
