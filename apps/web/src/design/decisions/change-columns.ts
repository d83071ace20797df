import { changed, decisionsIn, freshId, made, named, write } from './dmn.ts';
import { cellsOf, inTable, newCell } from './change-rules.ts';
import type { Column } from './read-decisions.ts';

export type Side = 'input' | 'output';

const columns = (table: Element, side: Side) => named(table, side);

/** Attributes that are empty are left away. */
function set(element: Element, attribute: string, value: string): void {
  if (value === '') element.removeAttribute(attribute);
  else element.setAttribute(attribute, value);
}

function setText(column: Element, name: string, value: string): void {
  const [there] = named(column, name);
  if (value.trim() === '') return there?.remove();
  write(there ?? column.appendChild(made(column, name)), value);
}

export const withColumn = (xml: string, decision: string, side: Side, label: string): string =>
  inTable(xml, decision, (table) => {
    const there = columns(table, side);
    const count = there.length;
    const document = table.ownerDocument;
    const column = made(table, side, { id: freshId(document, side), label });
    const after = there.at(-1) ?? (side === 'output' ? columns(table, 'input').at(-1) : undefined);
    if (after) after.after(column);
    else table.prepend(column);
    if (side === 'input') write(column.appendChild(made(column, 'inputExpression')), '');
    else column.setAttribute('name', `result${count === 0 ? '' : count + 1}`);
    const entry = side === 'input' ? 'inputEntry' : 'outputEntry';
    for (const rule of named(table, 'rule')) {
      const last = named(rule, entry).at(-1) ?? (side === 'output' ? named(rule, 'inputEntry').at(-1) : undefined);
      const cell = newCell(rule, entry);
      if (last) last.after(cell);
      else rule.insertBefore(cell, cellsOf(rule)[0] ?? null);
    }
  });

export const withoutColumn = (xml: string, decision: string, side: Side, index: number): string =>
  inTable(xml, decision, (table) => {
    columns(table, side)[index]?.remove();
    for (const rule of named(table, 'rule')) named(rule, `${side}Entry`)[index]?.remove();
  });

/** One place to the left, with its cells. */
export const withColumnLeft = (xml: string, decision: string, side: Side, index: number): string =>
  inTable(xml, decision, (table) => {
    const swap = (all: readonly Element[]) => {
      const [left, right] = [all[index - 1], all[index]];
      if (left && right) left.before(right);
    };
    swap(columns(table, side));
    for (const rule of named(table, 'rule')) swap(named(rule, `${side}Entry`));
  });

export const withColumnValue = (
  xml: string,
  decision: string,
  [side, index]: readonly [Side, number],
  change: Partial<Column>,
): string =>
  inTable(xml, decision, (table) => {
    const column = columns(table, side)[index];
    if (!column) return;
    const [expression] = named(column, 'inputExpression');
    const typed = side === 'input' ? expression : column;
    if (change.label !== undefined) set(column, 'label', change.label);
    if (change.type !== undefined && typed) set(typed, 'typeRef', change.type);
    if (change.values !== undefined) setText(column, `${side}Values`, change.values);
    if (change.fallback !== undefined) setText(column, 'defaultOutputEntry', change.fallback);
    if (change.source === undefined) return;
    if (side === 'output') set(column, 'name', change.source);
    else write(expression ?? column.insertBefore(made(column, 'inputExpression'), column.firstChild), change.source);
  });

/** Only COLLECT sums, counts, takes the least or the most. */
export const withPolicy = (xml: string, decision: string, hitPolicy: string, aggregation: string): string =>
  inTable(xml, decision, (table) => {
    table.setAttribute('hitPolicy', hitPolicy);
    set(table, 'aggregation', hitPolicy === 'COLLECT' ? aggregation : '');
  });

export const withName = (xml: string, decision: string, name: string): string =>
  changed(xml, (document) => {
    const found = decisionsIn(document).find(({ id }) => id === decision);
    if (found) set(found, 'name', name);
  });

export const withExpression = (xml: string, decision: string, text: string): string =>
  changed(xml, (document) => {
    const found = decisionsIn(document).find(({ id }) => id === decision);
    const [literal] = named(found, 'literalExpression');
    if (literal) write(literal, text);
  });
