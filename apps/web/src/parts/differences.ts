type Members = Readonly<Record<string, unknown>>;
const membersOf = (value: unknown): Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {};

const said = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '—';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

interface Difference {
  readonly name: string;
  readonly was: string;
  readonly is: string;
}

/** Member by member what was and what is, only where it differs. */
export function differencesOf(before: unknown, after: unknown): readonly Difference[] {
  const [was, is] = [membersOf(before), membersOf(after)];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .map((name) => ({ name, was: said(was[name]), is: said(is[name]) }))
    .filter((one) => one.was !== one.is);
}
