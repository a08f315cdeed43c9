import { CAMPAIGNS } from '../text/campaigns';
import { ledgerWriter, note } from './commands';

/** Imports a file of exclusive campaigns. What cannot be read is told with file, place and reason. */
export async function importExclusive(file: File): Promise<{ added: number; problems: string[] }> {
  const { campaigns, problems } = await ledgerWriter().readExclusive(await file.text());
  const added = Object.keys(campaigns).length;
  if (added > 0) await note('exclusive', campaigns);
  return {
    added,
    problems: problems.map(({ place, reason }) => CAMPAIGNS.badEntry(file.name, place, reason)),
  };
}
