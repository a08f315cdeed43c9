import { type Decision, fateOf, type MissingPart, missingAfterDecision } from '../domain/missing';
import type { ChangeMaker } from './change-book';
import { missingChanged } from './change-missing';

/**
 * Carries out what the user has decided about rows that a batch's files lack: they stay, or each of them leaves once.
 * @param about those that were decided about in this way before, so that a decision can be taken back; absent: those
 * nobody has decided about.
 */
export const missingDecided =
  (batch: string, decided: Decision, about?: Decision): ChangeMaker =>
  async real => {
    const isMeant = (part: Omit<MissingPart, 'columns'>) =>
      part.batch === batch && fateOf(part) === (about ?? 'open');
    if (about === decided || !real.state?.missing?.some(isMeant)) return undefined;
    return missingChanged(real, async parts =>
      parts.some(isMeant) ? missingAfterDecision(parts, isMeant, decided) : undefined,
    );
  };
