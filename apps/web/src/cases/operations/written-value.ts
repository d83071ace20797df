import type { Json } from '../../../../../engine/command.ts';

/** A value as it stands in a text field: text as it is, everything else as JSON. */
export const writtenOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** What was written: text where the value was text before, else JSON where it is JSON, else text. Empty is nothing. */
export function valueOf(written: string, before: Json | undefined): Json {
  const text = written.trim();
  if (text === '') return null;
  if (typeof before === 'string') return text;
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}
