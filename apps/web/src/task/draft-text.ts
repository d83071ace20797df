interface Filled {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly outcome?: string | undefined;
  readonly comment?: string | undefined;
}

/** A draft in words: what is long enough to be missed, one answer a line. */
export function draftText({ variables, outcome, comment }: Filled): string {
  const said = Object.values(variables).filter((value): value is string => typeof value === 'string' && value !== '');
  return [outcome, ...said, comment].filter(Boolean).join('\n');
}
