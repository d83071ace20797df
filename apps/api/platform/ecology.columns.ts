import type { Names } from '../directory/names.ts';
import type { Column } from '../sheets/sheet.ts';
import type { Score } from './ecology.schema.ts';

const levels = { green: '绿', yellow: '黄', red: '红' } as const;

/** A score and all that explains it, as a line of a sheet. */
export const scoreColumns = ({ agency }: Names): readonly Column<Score>[] => [
  { header: '季度', width: 12, of: ({ period }) => period },
  { header: '单位', width: 30, of: ({ unit }) => agency(unit) },
  { header: '得分', width: 10, of: ({ score }) => score },
  { header: '等级', width: 8, of: ({ level }) => levels[level] },
  { header: '上次得分', width: 10, of: ({ previous }) => previous },
  { header: '办法版本', width: 10, of: ({ version }) => version },
  {
    header: '得分说明',
    width: 60,
    of: ({ parts }) =>
      parts
        .map(({ indicator, value, points, weight }) => `${indicator}：${value}，得 ${points} 分，权重 ${weight}`)
        .join('；'),
  },
  { header: '缺少的指标', width: 24, of: ({ missing }) => missing.join('、') },
];
