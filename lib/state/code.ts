import { computed } from '@preact/signals';
import { ledger, settings } from './session';

/** The code in the link card: the user's default, or in the demo one of the demo's. */
export const shownCode = computed(() => {
  if (settings.value.defaultCode) return settings.value.defaultCode;
  const book = ledger.value?.book;
  return book?.id === 'demo' ? book.state.codes.find(code => code !== '') : undefined;
});

export const isDemo = computed(() => ledger.value?.book?.id === 'demo');
