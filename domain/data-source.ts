import { addDays, isCivilDate } from './civil-date.ts';

/** What a field of a source may hold. */
interface DataField {
  readonly name: string;
  readonly title: string;
  readonly type: 'text' | 'number' | 'day' | 'agency' | 'code';
  readonly required: boolean;
  readonly codes?: readonly string[] | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

export interface DataSchema {
  readonly fields: readonly DataField[];
  readonly identity: readonly string[];
  readonly unitField: string | null;
  readonly dayField: string | null;
}

export type Raw = string | number | boolean | null;

/** What is wrong with one value. */
interface DataFault {
  readonly field: string;
  readonly code:
    | 'EMPTY'
    | 'NOT_A_NUMBER'
    | 'OUT_OF_RANGE'
    | 'NOT_A_DAY'
    | 'UNKNOWN_UNIT'
    | 'UNKNOWN_CODE'
    | 'TOO_LONG'
    | 'DUPLICATE';
  readonly value: string;
}

export interface JudgedRow {
  readonly number: number;
  readonly data: Readonly<Record<string, string | number | null>>;
  readonly faults: readonly DataFault[];
  readonly identity: string | null;
  readonly unit: string | null;
  readonly day: string | null;
}

const longest = 2_000;

/** Every row of a batch by the source's own rules; one that repeats another of the same batch is a fault of the later. */
export function judgeRows(
  schema: DataSchema,
  rows: readonly { readonly number: number; readonly cells: Readonly<Record<string, Raw>> }[],
  agencies: ReadonlyMap<string, string>,
): readonly JudgedRow[] {
  const seen = new Set<string>();
  return rows.map(({ number, cells }) => {
    const judged = judgeRow(schema, { number, cells }, agencies);
    if (judged.identity === null || !seen.has(judged.identity)) {
      if (judged.identity !== null) seen.add(judged.identity);
      return judged;
    }
    const fault = { field: schema.identity[0] ?? '', code: 'DUPLICATE', value: judged.identity } as const;
    return { ...judged, identity: null, faults: [...judged.faults, fault] };
  });
}

export function judgeRow(
  { fields, identity, unitField, dayField }: DataSchema,
  { number, cells }: { readonly number: number; readonly cells: Readonly<Record<string, Raw>> },
  agencies: ReadonlyMap<string, string>,
): JudgedRow {
  const faults: DataFault[] = [];
  const data: Record<string, string | number | null> = {};
  for (const field of fields) {
    const raw = cells[field.name] ?? cells[field.title] ?? null;
    const read = valueOf(field, raw, agencies);
    if (typeof read === 'object' && read !== null) {
      faults.push({ field: field.name, code: read.fault, value: String(raw ?? '').slice(0, 200) });
      data[field.name] = raw === null ? null : String(raw).slice(0, longest);
    } else data[field.name] = read;
  }
  const sound = faults.length === 0;
  const textOf = (name: string | null) => (name === null || !sound ? null : ((data[name] ?? null) as string | null));
  return {
    number,
    data,
    faults,
    identity: sound ? JSON.stringify(identity.map((name) => data[name] ?? null)) : null,
    unit: textOf(unitField),
    day: textOf(dayField),
  };
}

type Read = string | number | null | { readonly fault: DataFault['code'] };

function valueOf(field: DataField, raw: Raw, agencies: ReadonlyMap<string, string>): Read {
  const text = raw === null ? '' : String(raw).trim();
  if (text === '') return field.required ? { fault: 'EMPTY' } : null;
  if (field.type === 'number') return numberOf(field, raw, text);
  if (field.type === 'day') return dayOf(raw, text);
  if (field.type === 'agency') return agencies.get(text) ?? { fault: 'UNKNOWN_UNIT' };
  if (field.type === 'code') return field.codes?.includes(text) ? text : { fault: 'UNKNOWN_CODE' };
  return text.length > longest ? { fault: 'TOO_LONG' } : text;
}

function numberOf({ min, max }: DataField, raw: Raw, text: string): Read {
  const number = typeof raw === 'number' ? raw : Number(text.replaceAll(/[,，\s]/g, ''));
  if (!Number.isFinite(number)) return { fault: 'NOT_A_NUMBER' };
  return (min !== undefined && number < min) || (max !== undefined && number > max)
    ? { fault: 'OUT_OF_RANGE' }
    : number;
}

/** Also as Excel's own number of a day. */
function dayOf(raw: Raw, text: string): Read {
  if (typeof raw === 'number' && Number.isInteger(raw) && raw > 20_000 && raw < 80_000)
    return addDays('1899-12-30', raw);
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(text) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCivilDate(date) ? date : { fault: 'NOT_A_DAY' };
}

export interface Quality {
  readonly rows: number;
  readonly accepted: number;
  readonly unchanged: number;
  readonly superseded: number;
  readonly quarantined: number;
  /** Share of rows that have a value, by field. */
  readonly filled: Readonly<Record<string, number>>;
  readonly faults: readonly { readonly field: string; readonly code: string; readonly count: number }[];
}

export function faultsOf(rows: readonly JudgedRow[]): Quality['faults'] {
  const all = rows.flatMap(({ faults }) => faults);
  return [...Map.groupBy(all, ({ field, code }) => `${field}\n${code}`)]
    .map(([key, some]) => ({ field: key.split('\n')[0] ?? '', code: key.split('\n')[1] ?? '', count: some.length }))
    .toSorted((one, other) => other.count - one.count);
}

export function filledIn({ fields }: DataSchema, rows: readonly JudgedRow[]): Quality['filled'] {
  const share = (name: string): number =>
    rows.length === 0 ? 0 : rows.filter(({ data }) => (data[name] ?? null) !== null).length / rows.length;
  return Object.fromEntries(fields.map(({ name }) => [name, Math.round(share(name) * 1000) / 1000]));
}
