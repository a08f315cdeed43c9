import { computed, signal } from '@preact/signals';
import { FILE_KINDS, isFileKind } from '../domain/file-kinds';
import { requestPrices } from '../platform/permissions';
import { DATA } from '../text/data';
import { ask } from './ask';
import { returnHosts } from './connections';
import { ledger } from './session';

/** Rows in the ledger of files whose rows are valued by prices. */
export const statementRows = computed(() => {
  const book = ledger.value?.book;
  if (book?.id !== 'real') return 0;
  const chunks = book.state.months.flatMap(month => month.chunks);
  const isPriced = (id = '') => isFileKind(id) && FILE_KINDS[id].values === 'prices';
  return chunks.reduce((rows, chunk) => rows + (isPriced(chunk.source) ? chunk.rows : 0), 0);
});

/** What has come of asking for prices; '': nothing was asked. */
export const pricesNote = signal('');
export const askingPrices = signal(false);

/** Values the rows of statements. Only in the very turn of a press: the browser asks for the host. */
export async function askStatementPrices(): Promise<void> {
  if (!(await requestPrices())) {
    pricesNote.value = DATA.statementsDenied;
    return;
  }
  askingPrices.value = true;
  pricesNote.value = DATA.statementsAsking;
  const asked = await ask('value-statements');
  pricesNote.value = asked.ok && asked.value ? DATA.statementsValued : DATA.statementsOpen;
  askingPrices.value = false;
  await returnHosts();
}
