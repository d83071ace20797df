import type { Entry } from '../parts/entry-dialog.tsx';
import { severalOf } from '../parts/several.ts';

/** What is sent: the audience put together, the variables read line by line. */
export function newProcedureOf({ kind, agencies, role, variables, ...rest }: Entry): object {
  return {
    ...rest,
    audience: { kind, agencies: severalOf(String(agencies ?? '')), role: role ?? null },
    variables: variablesIn(String(variables ?? '')),
  };
}

/**
 * “year = =year” a line: the name, then a text, a number or true and false; what begins with “=” is an expression. A line without
 * “=” goes as a name without a value, for the server to refuse.
 */
function variablesIn(text: string): Readonly<Record<string, string | number | boolean>> {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return Object.fromEntries(
    lines.map((line) => {
      const [name = '', ...value] = line.split('=');
      return [name.trim(), valueOf(value.join('=').trim())];
    }),
  );
}

function valueOf(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
