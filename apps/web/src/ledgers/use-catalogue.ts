import { useQuery } from '@tanstack/react-query';
import type { LedgerCatalogue } from '../../../api/ledgers/ledger.schema.ts';
import { useSpeaking } from '../words/words.tsx';
import { catalogueQuery } from './ledgers.queries.ts';

type Ledger = LedgerCatalogue['ledgers'][number];
interface Word {
  readonly name: string;
  readonly english: string;
}

/** The ledgers as data: what they are called, their states, columns and acts. */
export function useCatalogue() {
  const { language } = useSpeaking();
  const query = useQuery(catalogueQuery);
  const { data, isPending } = query;
  const named = (word: Word): string => (language === 'en' ? word.english : word.name);
  const find = (kind: string): Ledger | undefined => data?.ledgers.find((ledger) => ledger.kind === kind);
  return {
    query,
    isPending,
    ledgers: data?.ledgers ?? [],
    find,
    named,
    nameOf: (kind: string): string => {
      const ledger = find(kind);
      return ledger ? named(ledger) : kind;
    },
    statusOf: (kind: string, status: string): string => {
      const word = find(kind)?.statuses[status];
      return word ? named(word) : status;
    },
  };
}
