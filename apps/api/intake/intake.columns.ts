import { CaseError } from '../../../domain/errors.ts';
import type { Json } from '../../../engine/command.ts';
import { CellError, dayCell, textCell } from '../sheets/cell.readers.ts';
import type { ReadCell } from '../sheets/cell.readers.ts';
import type { Columns } from '../sheets/columns.ts';
import type { FormSchema } from '../forms/form.ts';

/** A field of a start form as far as a cell can hold it. */
interface Field {
  readonly type?: string;
  readonly title?: string;
  readonly readOnly?: boolean;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly items?: Field;
  readonly 'x-ld-labels'?: Readonly<Record<string, string>>;
  readonly 'x-ld-widget'?: string;
}

/** Ids by the names that people write. */
export interface Known {
  readonly agencies: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
}

export interface IntakeColumns {
  readonly columns: Columns<Record<string, Json>>;
  /** The words that a column takes, for the list in its cells. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
}

export const titleColumn = ':title';
export const startColumn = ':startsOn';

/** 是 and 否 as offices write them. */
const booleans: Readonly<Record<string, boolean>> = {
  是: true,
  否: false,
  true: true,
  false: false,
  有: true,
  无: false,
};

/** The columns of a procedure: title and first day, then what its start form asks, else the unit that it is about. */
export function columnsFor(schema: FormSchema | undefined, known: Known): IntakeColumns {
  const { properties, required } = (schema ?? unitOnly) as {
    properties?: Readonly<Record<string, Field>>;
    required?: readonly string[];
  };
  const asked = Object.entries(properties ?? {}).filter(([, { readOnly }]) => readOnly !== true);
  const columns: Columns<Record<string, Json>> = {
    [titleColumn]: { header: '案件名称', read: textCell(300) },
    [startColumn]: { header: '起算日', read: dayCell, empty: null },
  };
  const choices: Record<string, readonly string[]> = {};
  for (const [name, field] of asked) {
    const needed = required?.includes(name) === true;
    const read = readerOf(field, known);
    const header = (field.title ?? name).replace(/\s/g, '');
    if (!read) {
      if (needed) throw new CaseError('NOT_TABULAR', `立案表单的“${header}”一张表格填不下，请逐件立案`);
      continue;
    }
    Object.assign(columns, { [name]: needed ? { header, read } : { header, read, empty: null } });
    const words = wordsOf(field, known);
    if (words.length > 0) choices[name] = words;
  }
  return { columns, choices };
}

/** Procedures without a start form take the unit, by which they find their lanes. */
const unitOnly: FormSchema = {
  properties: { unit: { type: 'string', title: '被监督单位', 'x-ld-widget': 'agency' } },
};

function readerOf(field: Field, known: Known): ReadCell<Json> | undefined {
  if (field['x-ld-widget'] === 'attachments') return undefined;
  if (field.type === 'array') {
    const one = field.items && field.items.type !== 'object' ? readerOf(field.items, known) : undefined;
    return one && ((cell) => partsOf(String(cell)).map(one));
  }
  if (field.type === 'object') return undefined;
  if (field['x-ld-widget'] === 'agency') return named(known.agencies, '单位');
  if (field['x-ld-widget'] === 'person') return named(known.people, '人员');
  if (field.enum) return named(new Map(field.enum.map((key) => [field['x-ld-labels']?.[key] ?? key, key])), '选项');
  if (field.type === 'boolean') return booleanCell;
  if (field.type === 'number' || field.type === 'integer') return numberCell;
  return field.format === 'date' ? dayCell : textCell(4000);
}

function wordsOf(field: Field, known: Known): readonly string[] {
  if (field.type === 'array') return [];
  if (field['x-ld-widget'] === 'agency') return [...known.agencies.keys()];
  if (field['x-ld-widget'] === 'person') return [...known.people.keys()];
  if (field.enum) return field.enum.map((key) => field['x-ld-labels']?.[key] ?? key);
  return field.type === 'boolean' ? ['是', '否'] : [];
}

const partsOf = (text: string): string[] =>
  text
    .split(/[、，,;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** By name or by id. */
function named(ids: ReadonlyMap<string, string>, what: string): ReadCell<string> {
  const all = new Set(ids.values());
  return (cell) => {
    const text = String(cell).trim();
    const found = ids.get(text) ?? (all.has(text) ? text : undefined);
    if (found === undefined) throw new CellError(`没有“${text}”这个${what}`);
    return found;
  };
}

const booleanCell: ReadCell<boolean> = (cell) => {
  const found = typeof cell === 'boolean' ? cell : booleans[String(cell).trim().toLowerCase()];
  if (found === undefined) throw new CellError('请填“是”或“否”');
  return found;
};

const numberCell: ReadCell<number> = (cell) => {
  const number = typeof cell === 'number' ? cell : Number(String(cell).replaceAll(/[,，\s]/g, ''));
  if (!Number.isFinite(number)) throw new CellError('请填数字');
  return number;
};
