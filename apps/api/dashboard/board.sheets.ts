import { civilDateOf } from '../../../domain/civil-date.ts';
import type { Names } from '../directory/names.ts';
import type { Column } from '../sheets/sheet.ts';
import type { Climb, Stalled, Summary } from './dashboard.schema.ts';
import type { Compared, Month, Progress, StepFigures } from './figures.schema.ts';

/** Words of the board's sheets, those of its pages. */
const reasons: Readonly<Record<Stalled['reason'], string>> = {
  incident: '流程异常',
  overdue: '逾期',
  nobody: '无人承办',
  away: '承办人不在岗',
  waiting: '等待其他机关',
  suspended: '中止过久',
  vacant: '岗位无人',
  'no-clock': '无时限',
};
const statuses: Readonly<Record<Climb['status'], string>> = {
  open: '在办',
  suspended: '已中止',
  completed: '已办',
  cancelled: '已取消',
};
const dayOf = (instant: string): string => civilDateOf(Date.parse(instant));
const nobody = '（未指定）';

const rowColumns = <Row extends Climb | Stalled>({ agency, person }: Names): readonly Column<Row>[] => [
  { header: '案号', width: 22, of: ({ caseNumber }) => caseNumber },
  { header: '案件', width: 44, of: ({ caseTitle }) => caseTitle },
  { header: '环节', width: 24, of: ({ step }) => step },
  { header: '机关', width: 22, of: (row) => agency(row.agency) },
  { header: '承办', width: 12, of: ({ assignee }) => person(assignee) },
  { header: '到期日', width: 12, kind: 'day', of: ({ dueOn }) => dueOn },
  { header: '督办级别', width: 10, of: ({ level }) => level },
];

export const stalledColumns = (names: Names): readonly Column<Stalled>[] => [
  { header: '为什么停', width: 16, of: ({ reason }) => reasons[reason] },
  ...rowColumns<Stalled>(names),
  { header: '自', width: 12, kind: 'day', of: ({ since }) => dayOf(since) },
];

export const climbColumns = (names: Names): readonly Column<Climb>[] => [
  ...rowColumns<Climb>(names),
  { header: '升级日', width: 12, kind: 'day', of: ({ climbedAt }) => dayOf(climbedAt) },
  { header: '现状', width: 10, of: ({ status }) => statuses[status] },
];

export const overdueColumns = ({ agency }: Names): readonly Column<Summary['overdueByStep'][number]>[] => [
  { header: '机关', width: 22, of: (row) => agency(row.agency) || nobody },
  { header: '环节', width: 24, of: ({ step }) => step },
  { header: '逾期件数', width: 10, of: ({ count }) => count },
  { header: '最高级别', width: 10, of: ({ worst }) => worst },
];

export const aheadColumns: readonly Column<Summary['ahead'][number]>[] = [
  { header: '到期日', width: 12, kind: 'day', of: ({ dueOn }) => dueOn },
  { header: '件数', width: 10, of: ({ count }) => count },
];

export const progressColumns = (
  { agency }: Names,
  bands: Progress['bands'],
): readonly Column<Progress['steps'][number]>[] => [
  { header: '机关', width: 22, of: (row) => agency(row.agency) || nobody },
  { header: '在办', width: 10, of: ({ total }) => total },
  ...bands.map(({ from, to }, index): Column<Progress['steps'][number]> => ({
    header: to === null ? `${from} 天以上` : `${from}—${to} 天`,
    width: 12,
    of: ({ counts }) => counts[index] ?? 0,
  })),
];

export const stepColumns = ({ procedure }: Names): readonly Column<StepFigures>[] => [
  { header: '程序', width: 20, of: ({ definitionKey }) => procedure(definitionKey) },
  { header: '环节', width: 24, of: ({ name }) => name },
  { header: '近一年办结', width: 12, of: ({ done }) => done },
  { header: '其中超期', width: 10, of: ({ late }) => late },
  { header: '中位（天）', width: 12, of: ({ medianDays }) => medianDays },
  { header: '九成以内（天）', width: 14, of: ({ ninetiethDays }) => ninetiethDays },
  { header: '最长（天）', width: 12, of: ({ longestDays }) => longestDays },
  { header: '在办', width: 8, of: ({ open }) => open },
  { header: '逾期', width: 8, of: ({ overdue }) => overdue },
  { header: '最久（天）', width: 12, of: ({ oldestDays }) => oldestDays },
];

export const monthColumns: readonly Column<Month>[] = [
  { header: '月份', width: 12, of: ({ month }) => month },
  { header: '立案', width: 10, of: ({ casesOpened }) => casesOpened },
  { header: '结案', width: 10, of: ({ casesEnded }) => casesEnded },
  { header: '办结环节', width: 12, of: ({ stepsDone }) => stepsDone },
  { header: '其中超期', width: 12, of: ({ stepsLate }) => stepsLate },
];

export const comparedColumns = ({ agency }: Names): readonly Column<Compared>[] => [
  { header: '机关', width: 22, of: (row) => agency(row.agency) || nobody },
  { header: '年度', width: 8, of: ({ year }) => year },
  { header: '办结环节', width: 12, of: ({ done }) => done },
  { header: '按期', width: 10, of: ({ inTime }) => inTime },
  { header: '超期', width: 10, of: ({ late }) => late },
  { header: '无时限', width: 10, of: ({ done, inTime, late }) => done - inTime - late },
  { header: '中位（天）', width: 12, of: ({ medianDays }) => medianDays },
];
