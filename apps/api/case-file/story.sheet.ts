import { writeXlsx } from 'hucre/xlsx';
import { story as words } from '../../web/src/words/zh/story.ts';
import type { Names } from '../directory/names.ts';
import type { Entry } from '../history/history.schema.ts';

const kinds = words.story.kinds;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The course of a case, a fact a row, in the words of the pages. */
export async function storySheet(story: readonly Entry[], { person }: Names): Promise<Buffer> {
  const rows = story.map(({ at, kind, actor, onBehalfOf, taskName, data, reason }) => [
    at,
    kinds[kind] ?? kind,
    taskName ?? '',
    person(actor),
    onBehalfOf ? person(onBehalfOf) : '',
    text(data['outcome']),
    text(data['comment']) || text(data['text']) || text(data['message']),
    reason ?? '',
  ]);
  const columns = [
    { header: '时间', width: 28 },
    { header: '事项', width: 20 },
    { header: '环节', width: 20 },
    { header: '人员', width: 12 },
    { header: '代何人', width: 12 },
    { header: '结果', width: 16 },
    { header: '意见', width: 40 },
    { header: '理由', width: 40 },
  ];
  return Buffer.from(
    await writeXlsx({ sheets: [{ name: '经过', columns, rows: [columns.map(({ header }) => header), ...rows] }] }),
  );
}
