import type { NewSource, Source } from '../../../../api/platform/source.schema.ts';

export const fieldTypes = ['text', 'number', 'day', 'agency', 'code'] as const;

export interface FieldDraft {
  readonly name: string;
  readonly title: string;
  readonly type: (typeof fieldTypes)[number];
  readonly required: boolean;
  /** Values of a code, separated by 、 or a comma. */
  readonly codes: string;
  readonly min: string;
  readonly max: string;
  /** Part of what a row is known by. */
  readonly identity: boolean;
}

export interface SourceDraft {
  readonly id: string;
  readonly name: string;
  readonly provider: string;
  readonly purpose: string;
  readonly level: string;
  readonly cycle: string;
  readonly fields: readonly FieldDraft[];
  readonly unitField: string;
  readonly dayField: string;
  /** In percent. */
  readonly tolerance: string;
}

const emptyField: FieldDraft = {
  name: '',
  title: '',
  type: 'text',
  required: false,
  codes: '',
  min: '',
  max: '',
  identity: false,
};

export const fieldAfter = (fields: readonly FieldDraft[]): FieldDraft => ({
  ...emptyField,
  name: freeName(fields),
});

/** A row is about a unit and a day in nearly every source: a new one begins with its number and these. */
export const emptySource = (titles: { number: string; unit: string; day: string }): SourceDraft => ({
  id: '',
  name: '',
  provider: '',
  purpose: '',
  level: '',
  cycle: '',
  fields: [
    { ...emptyField, name: 'no', title: titles.number, required: true, identity: true },
    { ...emptyField, name: 'unit', title: titles.unit, type: 'agency', required: true },
    { ...emptyField, name: 'day', title: titles.day, type: 'day', required: true },
  ],
  unitField: 'unit',
  dayField: 'day',
  tolerance: '20',
});

function freeName(fields: readonly FieldDraft[]): string {
  const taken = new Set(fields.map(({ name }) => name));
  let number = fields.length + 1;
  while (taken.has(`f${number}`)) number += 1;
  return `f${number}`;
}

/** Columns as they are, to be changed. */
export const draftOf = ({ fields, identity }: Pick<Source, 'fields' | 'identity'>): readonly FieldDraft[] =>
  fields.map(({ codes = [], min, max, ...field }) => ({
    ...field,
    codes: codes.join('、'),
    min: min === undefined ? '' : String(min),
    max: max === undefined ? '' : String(max),
    identity: identity.includes(field.name),
  }));

export const fieldsOf = (fields: readonly FieldDraft[]): NewSource['fields'] =>
  fields.map(({ name, title, type, required, codes, min, max }) => ({
    name,
    title,
    type,
    required,
    ...(type === 'code' ? { codes: codes.split(/[、,，]/).flatMap((one) => one.trim() || []) } : {}),
    ...(type === 'number' && min.trim() !== '' ? { min: Number(min) } : {}),
    ...(type === 'number' && max.trim() !== '' ? { max: Number(max) } : {}),
  }));

export const sourceOf = ({ fields, unitField, dayField, tolerance, ...catalogue }: SourceDraft): NewSource => ({
  ...catalogue,
  fields: fieldsOf(fields),
  identity: fields.filter((field) => field.identity).map(({ name }) => name),
  unitField: unitField || null,
  dayField: dayField || null,
  tolerance: Number(tolerance) / 100,
});
