import type { FieldSchema } from '../../task/form-schema.ts';
import { asKind } from './field-kinds.ts';

type Properties = Readonly<Record<string, FieldSchema>>;

/** Something that holds fields: the form, a group, one row of a list. */
export type Holder = FieldSchema & { readonly properties: Properties };

export const holderOf = (field: FieldSchema): Holder => ({ ...field, properties: field.properties ?? {} });

const fromEntries = (holder: Holder, entries: readonly (readonly [string, FieldSchema])[]): Holder => {
  const names = new Set(entries.map(([name]) => name));
  return {
    ...holder,
    properties: Object.fromEntries(entries),
    required: (holder.required ?? []).filter((name) => names.has(name)),
  };
};

export const withField = (holder: Holder, name: string, field: FieldSchema): Holder =>
  fromEntries(
    holder,
    Object.entries(holder.properties).map(([one, given]) => [one, one === name ? field : given]),
  );

export const withoutField = (holder: Holder, name: string): Holder =>
  fromEntries(
    holder,
    Object.entries(holder.properties).filter(([one]) => one !== name),
  );

/** Under another name, in its place; what demands it goes along. */
export function renamedField(holder: Holder, name: string, to: string): Holder {
  if (to === name || to === '' || to in holder.properties) return holder;
  const required = (holder.required ?? []).map((one) => (one === name ? to : one));
  const entries = Object.entries(holder.properties).map(([one, field]) => [one === name ? to : one, field] as const);
  return fromEntries({ ...holder, required }, entries);
}

export const withRequired = (holder: Holder, name: string, isRequired: boolean): Holder => {
  const others = (holder.required ?? []).filter((one) => one !== name);
  return { ...holder, required: isRequired ? [...others, name] : others };
};

/** One place up (-1) or down (1). */
export function movedField(holder: Holder, name: string, by: -1 | 1): Holder {
  const entries = Object.entries(holder.properties);
  const from = entries.findIndex(([one]) => one === name);
  const to = from + by;
  const [moving, other] = [entries[from], entries[to]];
  if (!moving || !other) return holder;
  return fromEntries(
    holder,
    entries.map((entry, at) => (at === from ? other : at === to ? moving : entry)),
  );
}

/** A new field at the end, under a name that is free. */
export function withNewField(holder: Holder, title: string): { readonly holder: Holder; readonly name: string } {
  let count = Object.keys(holder.properties).length + 1;
  while (`field${count}` in holder.properties) count += 1;
  const name = `field${count}`;
  const field = asKind({ title }, 'text');
  return { holder: { ...holder, properties: { ...holder.properties, [name]: field } }, name };
}
