import type { Choice } from './pick-field.tsx';

/** What was chosen in a field of several, out of its one text. */
export const severalOf = (value: string | boolean | undefined): readonly string[] =>
  String(value ?? '')
    .split(',')
    .filter(Boolean);

interface Closed {
  readonly name: string;
  readonly choices?: readonly (readonly [value: string, label: string])[];
}

/** Finds among the choices of a closed list, by what they are called or by their key. */
export const amongChoices = ({ name, choices = [] }: Closed) => ({
  key: `choices ${name}`,
  async by(q: string): Promise<readonly Choice[]> {
    const wanted = q.trim().toLowerCase();
    return choices
      .filter(([id, label]) => `${label} ${id}`.toLowerCase().includes(wanted))
      .map(([id, label]) => ({ id, name: label, about: id }));
  },
});
