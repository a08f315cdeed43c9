import { computed, signal } from '@preact/signals';
import type { CountryMapping } from '../domain/country';
import { EMPTY_NOTEBOOK, NOTEBOOK_SECTIONS, type Notebook } from '../domain/notebook';
import { demoNotebook } from '../sources/demo-notebook';
import { ledger, ownNotebook } from './session';

/** Entries of the demo's notebook that were taken out while looking around, as `section/key`. */
export const demoNotebookRemoved = signal<ReadonlySet<string>>(new Set());

const demo = computed(() => {
  const book = ledger.value?.book;
  return book?.id === 'demo' ? demoNotebook(book.upTo) : undefined;
});

/** What screens show: in the demo its own notebook lies beneath the user's. */
export const notebook = computed<Notebook>(() => {
  const own = ownNotebook.value;
  if (!demo.value) return own;
  const both = { ...EMPTY_NOTEBOOK } as Record<string, unknown>;
  for (const section of NOTEBOOK_SECTIONS) {
    const kept = Object.entries(demo.value[section]).filter(
      ([key]) => !demoNotebookRemoved.value.has(`${section}/${key}`),
    );
    both[section] = { ...Object.fromEntries(kept), ...own[section] };
  }
  return both as unknown as Notebook;
});

const referralNotes = computed(() => notebook.value.referrals);
const codeNotes = computed(() => notebook.value.codes);

/** What the user has told of countries; the same object as long as nothing of it changes. */
export const mapping = computed<CountryMapping>(() => ({
  byReferral: new Map(
    Object.entries(referralNotes.value).flatMap(([id, { country }]) => (country ? [[id, country]] : [])),
  ),
  byCode: new Map(
    Object.entries(codeNotes.value).flatMap(([code, { country }]) => (country ? [[code, country]] : [])),
  ),
}));
