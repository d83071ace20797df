import { useQueries } from '@tanstack/react-query';
import type { LedgerRecord } from '../../../api/ledgers/ledger.schema.ts';
import { wholeLedgerQuery } from '../server/queries.ts';
import type { FieldSchema, FormSchema, Values } from './form-schema.ts';

/** The ledger whose records the elements of a list must be: told by the pattern of their obligatory id, `^item-[0-9]+$`. */
function ledgerOf({ items }: FieldSchema): string | undefined {
  if (!items?.required?.includes('id')) return undefined;
  return /^\^([a-z-]+)-\[0-9\]\+\$$/.exec(items.properties?.['id']?.pattern ?? '')?.[1];
}

const elementOf = ({ items }: FieldSchema, { id, status, data }: LedgerRecord): Values => {
  const known: Values = { ...data, id, status };
  return Object.fromEntries(Object.entries(known).filter(([name]) => items?.properties?.[name] !== undefined));
};

/** Records that a form reports on, as its lists begin: those that are not closed. Undefined while they are read. */
export function useRecordLists(schema: FormSchema | undefined, caseId: string | undefined): Values | undefined {
  const lists = Object.entries(schema?.properties ?? {}).flatMap(([name, field]) => {
    const kind = ledgerOf(field);
    return kind === undefined ? [] : [{ name, field, kind }];
  });
  const answers = useQueries({
    queries: lists.map(({ kind }) => ({
      ...wholeLedgerQuery(kind, { caseId, closed: false, sort: 'created' }),
      enabled: caseId !== undefined,
      refetchOnWindowFocus: false,
    })),
  });
  if (answers.some(({ data }) => data === undefined)) return undefined;
  return Object.fromEntries(
    lists.flatMap(({ name, field }, index) => {
      const records = answers[index]?.data?.toReversed() ?? [];
      return records.length === 0 ? [] : [[name, records.map((record) => elementOf(field, record))]];
    }),
  );
}
