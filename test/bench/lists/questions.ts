/** What people ask for all day, as the pages ask for it; `path` of the nth time, so that nothing is answered from memory. */
interface Question {
  readonly name: string;
  readonly as: string;
  readonly path: (nth: number) => string;
}

const of = (name: string, as: string, path: string): Question => ({ name, as, path: () => path });
const text = encodeURIComponent;
const agencies = ['cdi', 'audit', 'insp', 'fin', 'party', 'org'];
/** A board of one agency, or one procedure, or both, or of all: different every time. */
const scope = (nth: number): string => {
  const agency = agencies[nth % agencies.length] ?? '';
  const procedure = ['', 'XunShenJi', 'JiXunCaiShen', 'XianSuoBanLi', 'ZhengGai'][Math.floor(nth / 6) % 5] ?? '';
  return `agency=${agency}${procedure && `&definitionKey=${procedure}`}`;
};

export const questions: readonly Question[] = [
  of('worklist: sixty of my own', 'insp.team1', '/tasks?scope=mine&limit=200&brief=true'),
  of('worklist: to be claimed by the group', 'cdi.intake', '/tasks?scope=group&limit=50&brief=true'),
  of('worklist: of the agency', 'audit.staff', '/tasks?scope=agency&limit=50&brief=true'),
  of('worklist: what I wait for', 'insp.team1', '/tasks?scope=waiting&limit=50&brief=true'),
  of('worklist: all, the most urgent first', 'supervisor', '/tasks?limit=50&brief=true'),
  of(
    'worklist: one step, overdue',
    'cdi.intake',
    `/tasks?scope=agency&due=overdue&name=${text('处置意见')}&brief=true`,
  ),
  of('worklist: counts', 'cdi.intake', '/tasks/counts'),
  of('search: a rare word', 'supervisor', `/tasks?q=${text('孤例材料')}&brief=true`),
  of('search: a frequent word', 'supervisor', `/tasks?q=${text('专项资金')}&brief=true`),
  of('search: two words, one agency', 'fin.staff', `/tasks?q=${text('水务 招标')}&brief=true`),
  of('search: a number', 'supervisor', `/tasks?q=${text('量2026')}77${text('号')}&brief=true`),
  of('search: nothing found', 'insp.office', `/tasks?q=${text('查无此词')}&brief=true`),
  of('cases: the latest', 'supervisor', '/cases?limit=50'),
  of('cases: search', 'insp.office', `/cases?q=${text('工程招标')}`),
  of('board: what stands still and why', 'supervisor', '/dashboard/stalled?limit=100'),
  of('board: the same for an agency', 'audit.head', '/dashboard/stalled?limit=100'),
  of('board: figures', 'supervisor', '/dashboard/summary'),
  of('board: figures of an agency', 'audit.head', '/dashboard/summary'),
  of('board: ladders climbed', 'supervisor', '/dashboard/climbed'),
  of('board: in progress by age', 'supervisor', '/dashboard/progress'),
  of('board: rows behind a number', 'supervisor', '/tasks?due=overdue&level=3&agency=cdi&brief=true'),
  { name: 'board: throughput, counted anew', as: 'supervisor', path: (nth) => `/dashboard/throughput?${scope(nth)}` },
  { name: 'board: time by step, counted anew', as: 'supervisor', path: (nth) => `/dashboard/steps?${scope(nth)}` },
  { name: 'board: comparison, counted anew', as: 'supervisor', path: (nth) => `/dashboard/comparison?${scope(nth)}` },
  of('board: time by step, kept', 'supervisor', '/dashboard/steps'),
];
