import type { Json } from '../command.ts';

/** One thing that differs: where in the compiled model, "task.period", and what it was and is; null where there was or is nothing. */
export interface Change {
  readonly path: string;
  readonly from: Json;
  readonly to: Json;
}

type Members = { readonly [key: string]: Json };

/** Every difference of two values: members by name, rows of a list by their id; any other list is one value. Expressions read as `= feel`. */
export function changesBetween(one: Json, other: Json, path = ''): readonly Change[] {
  const [from, to] = areRows(one) && areRows(other) ? [byId(one), byId(other)] : [one, other];
  if (isMembers(from) && isMembers(to)) {
    const names = [...new Set([...Object.keys(from), ...Object.keys(to)])].toSorted();
    return names.flatMap((name) =>
      changesBetween(from[name] ?? null, to[name] ?? null, path === '' ? name : `${path}.${name}`),
    );
  }
  const [before, after] = [readable(from), readable(to)];
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, from: before, to: after }];
}

type Rows = readonly (Members & { readonly id: string })[];

const areRows = (value: Json): value is Rows =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((row: Json) => isMembers(row) && typeof row['id'] === 'string');

const byId = (rows: Rows): Members => Object.fromEntries(rows.map((row) => [row.id, row]));

function isMembers(value: Json): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && readable(value) === value;
}

/** `{ constant }` and `{ feel }` as a person would write them. */
function readable(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(readable);
  if (typeof value !== 'object' || value === null) return value;
  const members = value as Members;
  if (Object.keys(members).length !== 1) return members;
  const { constant, feel } = members;
  return typeof feel === 'string' ? `= ${feel}` : (constant ?? members);
}
