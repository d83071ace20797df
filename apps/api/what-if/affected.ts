import { isoOf } from '../../../domain/instant.ts';
import type { DeadlineRule } from '../../../domain/period.ts';
import type { Instant } from '../../../domain/time.ts';
import type { CaseState } from '../../../engine/state.ts';
import type { Alarm, Task, TaskClock } from '../../../engine/task.ts';
import type { Imagined } from '../../../engine/what-if/imagine.ts';
import type { Affected } from './what-if.schema.ts';

type OfTask = Omit<Affected, 'caseId' | 'number' | 'title' | 'definitionKey'>;

/** Every open task of a case as it is and as it would be. */
export function affectedIn(before: CaseState, { after, entries }: Imagined, now: Instant): readonly OfTask[] {
  const causes = new Map(
    entries
      .filter(({ kind }) => kind === 'deadline-moved')
      .map(({ taskId = '', data }) => [taskId, data?.['cause']] as const),
  );
  return Object.values(before.tasks).flatMap((old) => {
    const task = after.tasks[old.id];
    if (!task || (old.status !== 'open' && old.status !== 'suspended')) return [];
    const alarms = differingAlarms(alarmsOf(before, old.id), alarmsOf(after, old.id));
    const moved = old.clock?.due.dueAt !== task.clock?.due.dueAt;
    const handed = old.assignee !== task.assignee || old.agency !== task.agency || old.role !== task.role;
    const cause = causeOf(causes.get(old.id), { moved, alarms, handed });
    return [
      {
        taskId: old.id,
        elementId: task.element,
        name: task.name,
        clock: (task.clock ?? old.clock)?.rule.clock ?? null,
        period: (task.clock ?? old.clock)?.rule.period ?? null,
        from: sideOf(old),
        to: sideOf(task),
        moved,
        alarms,
        breach: breachOf(old, task, now),
        cause,
        why: whyOf(cause, old.clock, task.clock),
      },
    ];
  });
}

const sideOf = ({ clock, agency, role, assignee }: Task): Affected['from'] => ({
  dueOn: clock?.due.dueOn ?? null,
  dueAt: clock ? isoOf(clock.due.dueAt) : null,
  agency,
  role,
  assignee,
});

function breachOf(old: Task, task: Task, now: Instant): Affected['breach'] {
  const [was, is] = [old, task].map(({ clock }) => clock !== null && clock.due.dueAt <= now);
  if (was === is) return is ? 'still' : null;
  return is ? 'new' : 'over';
}

const alarmsOf = ({ alarms }: CaseState, taskId: string): readonly Alarm[] =>
  Object.values(alarms).filter((alarm) => alarm.taskId === taskId && alarm.firedAt === null && !alarm.cancelled);

function differingAlarms(before: readonly Alarm[], after: readonly Alarm[]): number {
  const signs = (alarms: readonly Alarm[]) => alarms.map(({ kind, level, at }) => `${kind} ${level} ${at}`);
  const [old, now] = [new Set(signs(before)), new Set(signs(after))];
  return Math.max([...old].filter((one) => !now.has(one)).length, [...now].filter((one) => !old.has(one)).length);
}

type Change = Pick<Affected, 'moved' | 'alarms'> & { readonly handed: boolean };

function causeOf(told: unknown, { moved, alarms, handed }: Change): Affected['cause'] {
  if (moved && told === 'period') return 'period';
  if (moved && told === 'rulebook') return 'calendar';
  if (moved) return 'version';
  if (alarms > 0) return 'ladder';
  return handed ? 'assignment' : 'none';
}

function whyOf(cause: Affected['cause'], old: TaskClock | null, now: TaskClock | null): string {
  const from = now ?? old;
  switch (cause) {
    case 'period':
      return `期限由${inWords(old?.rule)}改为${inWords(now?.rule)}，自 ${startOf(from)} 起算`;
    case 'version':
      return `新版本的期限为${inWords(now?.rule)}（原为${inWords(old?.rule)}），自 ${startOf(from)} 起算`;
    case 'calendar':
      return `按${inWords(now?.rule)}计，自 ${startOf(from)} 起算，工作日历有变`;
    case 'ladder':
      return '到期日不变，提醒或督办时间有变';
    case 'assignment':
      return '到期日不变，承办有变';
    case 'none':
      return stayOf(old);
  }
}

function stayOf(clock: TaskClock | null): string {
  if (!clock) return '没有期限';
  if (clock.rule.clock === 'custody') return '措施期限按自然日、月连续计算，不顺延、不中止';
  if (clock.rule.clock === 'statutory') return '法定期限的规则与起算日未变';
  return '期限未变';
}

const units: Readonly<Record<DeadlineRule['unit'], string>> = {
  'working-day': '个工作日',
  day: '日',
  month: '个月',
  year: '年',
  hour: '小时',
};

function inWords(rule: DeadlineRule | undefined): string {
  if (!rule) return '无';
  if (rule.amount === 0) return '指定日期';
  return `${Math.abs(rule.amount)}${units[rule.unit]}`;
}

function startOf(clock: TaskClock | null): string {
  if (!clock) return '—';
  return typeof clock.from === 'number' ? isoOf(clock.from).slice(0, 16).replace('T', ' ') : clock.from;
}
