import { writeXlsx } from 'hucre/xlsx';
import type { Procedure } from './intake.reading.ts';

/** Rows that get the list of words in their cells. */
const listed = 500;

/** An empty sheet with the columns of a procedure, the words that a cell takes in a list on it and on a second sheet. */
export async function templateOf({ name, columns, choices }: Procedure): Promise<Buffer> {
  const heads = Object.entries(columns);
  const lists = heads.flatMap(([field], index) => {
    const words = choices[field] ?? [];
    return words.length === 0 ? [] : [{ field, index, words }];
  });
  const longest = Math.max(1, ...lists.map(({ words }) => words.length));
  const header = (field: string) => columns[field]?.header ?? field;
  return Buffer.from(
    await writeXlsx({
      sheets: [
        {
          name: name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31),
          columns: heads.map(([, { header: text }]) => ({ width: Math.max(14, text.length * 3) })),
          rows: [heads.map(([, column]) => ('empty' in column ? column.header : `${column.header}*`))],
          freezePane: { rows: 1 },
          dataValidations: lists.map(({ index, words }, at) => ({
            type: 'list' as const,
            range: `${letterOf(index)}2:${letterOf(index)}${listed + 1}`,
            formula1: `'可填内容'!$${letterOf(at)}$2:$${letterOf(at)}$${words.length + 1}`,
            allowBlank: true,
            showErrorMessage: false,
          })),
        },
        {
          name: '可填内容',
          columns: lists.map(() => ({ width: 32 })),
          rows: [
            lists.map(({ field }) => header(field)),
            ...Array.from({ length: longest }, (_, row) => lists.map(({ words }) => words[row] ?? null)),
          ],
        },
      ],
    }),
  );
}

/** A, B, … Z, AA. */
const letterOf = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : letterOf(Math.floor(index / 26) - 1) + letterOf(index % 26);
