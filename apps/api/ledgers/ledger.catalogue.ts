import { ledgerCatalogue } from '../../../definitions/ledgers.ts';
import type { LedgerCatalogue } from './ledger.schema.ts';

/** The catalogue as pages need it: without where things are found and who may do what. */
export const shownCatalogue: LedgerCatalogue = {
  ledgers: Object.entries(ledgerCatalogue)
    .filter(([, { hidden }]) => !hidden)
    .map(([kind, { name, english, statuses, columns, acts, due }]) => ({
      kind,
      name,
      english,
      statuses,
      columns,
      acts: Object.fromEntries(
        Object.entries(acts).map(([key, { name: act, english: inEnglish, to, proof, reason }]) => [
          key,
          { name: act, english: inEnglish, to, proof, reason },
        ]),
      ),
      hasDue: due.length > 0,
    })),
};
