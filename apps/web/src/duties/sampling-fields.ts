import { sampleStrata } from '../../../../domain/duty-sample.ts';
import type { Entry, EntryField } from '../parts/entry-dialog.tsx';
import { useWords } from '../words/words.tsx';

/** Share and strata of a list, wherever they are asked for. */
export function useSamplingFields(): readonly EntryField[] {
  const { duties } = useWords();
  const { sample } = duties;
  const choices = sampleStrata.map((strata) => [strata, sample.strata[strata]] as const);
  return [
    { name: 'sampleShare', label: sample.share },
    { name: 'strata', label: sample.by, kind: 'choice', choices, help: sample.changeHelp },
  ];
}

/** A share is written in per cent; what is no number is refused at its field. */
export const withShare = (entry: Entry): object =>
  'sampleShare' in entry ? { ...entry, sampleShare: Number(entry['sampleShare']) / 100 } : entry;
