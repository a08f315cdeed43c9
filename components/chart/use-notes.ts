import { useMemo } from 'preact/hooks';
import { dayOf } from '../../lib/domain/day';
import type { Scope } from '../../lib/ledger/scope';
import { campaigns } from '../../lib/state/campaigns';
import { notebook } from '../../lib/state/notebook';

/** What is pinned to a bar. */
export interface Noted {
  remarks: string[];
  campaigns: string[];
}

interface Notes {
  marks: number[];
  bands: [number, number][];
  at(index: number): Noted;
}

/** Notes and campaigns as positions in the bars of a chart. Hidden campaigns leave no band. */
export function useNotes({ bars }: Scope): Notes {
  const { remarks, hidden } = notebook.value;
  const all = campaigns.value;
  return useMemo(() => {
    const barOf = (day: number) => bars.findIndex(({ span }) => span.from <= day && day <= span.to);
    const texts = new Map<number, string[]>();
    for (const { day, text } of Object.values(remarks)) {
      const index = barOf(day);
      if (index >= 0) texts.set(index, [...(texts.get(index) ?? []), text]);
    }
    const first = bars[0]?.span.from ?? 0;
    const last = bars.at(-1)?.span.to ?? -1;
    const ran = Object.entries(all).flatMap(([id, { title, from, to }]) => {
      if (hidden[id] || from === undefined || to === undefined) return [];
      const [begin, end] = [dayOf(from), dayOf(to)];
      if (end < first || begin > last) return [];
      return [{ title, from: barOf(Math.max(begin, first)), to: barOf(Math.min(end, last)) }];
    });
    ran.sort((a, b) => a.from - b.from);
    return {
      marks: [...texts.keys()],
      bands: ran.map(({ from, to }): [number, number] => [from, to]),
      at: index => ({
        remarks: texts.get(index) ?? [],
        campaigns: ran.filter(c => c.from <= index && index <= c.to).map(c => c.title),
      }),
    };
  }, [bars, remarks, all, hidden]);
}
