import { changed, decisionsIn, freshId, made, named, write } from './dmn.ts';

/** A cell of a row: the tests first, then the results. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export const inTable = (xml: string, decision: string, change: (table: Element) => void): string =>
  changed(xml, (document) => {
    const found = decisionsIn(document).find(({ id }) => id === decision);
    const [table] = named(found, 'decisionTable');
    if (table) change(table);
  });

export const cellsOf = (rule: Element | undefined): readonly Element[] => [
  ...named(rule, 'inputEntry'),
  ...named(rule, 'outputEntry'),
];

/** An empty test holds always. */
function fill(cell: Element | undefined, text: string): void {
  if (cell) write(cell, text.trim() === '' && cell.localName === 'inputEntry' ? '-' : text);
}

export const withCell = (xml: string, decision: string, { row, column }: Place, text: string): string =>
  inTable(xml, decision, (table) => fill(cellsOf(named(table, 'rule')[row])[column], text));

export function newCell(rule: Element, name: 'inputEntry' | 'outputEntry'): Element {
  const cell = made(rule, name, { id: freshId(rule.ownerDocument, name) });
  write(cell, name === 'inputEntry' ? '-' : '');
  return cell;
}

function addRule(table: Element, before: Element | null): void {
  const rule = table.insertBefore(made(table, 'rule', { id: freshId(table.ownerDocument, 'rule') }), before);
  for (const input of named(table, 'input')) if (input) rule.append(newCell(rule, 'inputEntry'));
  for (const output of named(table, 'output')) if (output) rule.append(newCell(rule, 'outputEntry'));
}

/** A new rule at this row; the ones from there on move down. */
export const withRule = (xml: string, decision: string, row: number): string =>
  inTable(xml, decision, (table) => {
    const rules = named(table, 'rule');
    addRule(table, rules[row] ?? (rules.at(-1)?.nextSibling as Element | null) ?? null);
  });

export const withoutRule = (xml: string, decision: string, row: number): string =>
  inTable(xml, decision, (table) => named(table, 'rule')[row]?.remove());

export const withMovedRule = (xml: string, decision: string, row: number, by: -1 | 1): string =>
  inTable(xml, decision, (table) => {
    const rules = named(table, 'rule');
    const [upper, lower] = by === 1 ? [rules[row], rules[row + 1]] : [rules[row - 1], rules[row]];
    if (upper && lower) upper.before(lower);
  });

export const withNote = (xml: string, decision: string, row: number, note: string): string =>
  inTable(xml, decision, (table) => {
    const rule = named(table, 'rule')[row];
    const [there] = named(rule, 'description');
    if (!rule) return;
    if (note === '') return there?.remove();
    const place = there ?? made(rule, 'description');
    place.textContent = note;
    if (!there) rule.prepend(place);
  });

/** Rows and columns as a spreadsheet copies them, from this cell on; rules are added where they do not suffice. */
export const withPasted = (
  xml: string,
  decision: string,
  { row, column }: Place,
  rows: readonly (readonly string[])[],
): string =>
  inTable(xml, decision, (table) => {
    for (const [down, texts] of rows.entries()) {
      if (!named(table, 'rule')[row + down]) addRule(table, null);
      const cells = cellsOf(named(table, 'rule')[row + down]);
      for (const [right, text] of texts.entries()) fill(cells[column + right], text);
    }
  });
