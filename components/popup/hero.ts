import { exactDecimal } from '../../lib/domain/money';
import type { GlanceFigure, GlancePeriod, GlanceView } from '../../lib/ledger/glance';
import { exactMoney, money } from '../../lib/text/format';
import { LEADS } from '../../lib/text/popup';

export interface Hero {
  lead: string;
  text: string;
  /** Exact decimal. */
  value: string;
  title: string;
  /** Absent where the figure is the total of all time. */
  period?: GlancePeriod;
}

/** The freshest period that says something; an import of last month has no today. */
export function heroFigure(figures: GlanceFigure[]): GlanceFigure | undefined {
  return figures.find(figure => figure.covered);
}

/** The one big number. */
export function heroOf(view: GlanceView): Hero {
  const figure = heroFigure(view.figures);
  const units = figure?.commission ?? view.total;
  return {
    lead: LEADS[figure?.period ?? 'all'],
    text: money(units),
    value: exactDecimal(units),
    title: exactMoney(units),
    period: figure?.period,
  };
}
