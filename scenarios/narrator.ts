import type { Scenario } from './scenario.ts';
import type { AlarmSeen, CaseSeen, Refused, TaskSeen } from './world.ts';

/** Tells a scenario as it goes; nothing but words leaves it. */
export interface Narrator {
  say(text: string): void;
  opened(scenario: Scenario, opened: CaseSeen): void;
  completed(task: TaskSeen, outcome: string | undefined): void;
  acted(operation: string, elementId: string | null): void;
  refused(what: string, refusal: Refused): void;
  extended(task: TaskSeen, dueOn: string): void;
  waited(by: string, now: string, alarms: readonly AlarmSeen[]): void;
  ended(opened: CaseSeen, cases: number): void;
}

/** Says nothing. */
export const silent: Narrator = {
  say: () => undefined,
  opened: () => undefined,
  completed: () => undefined,
  acted: () => undefined,
  refused: () => undefined,
  extended: () => undefined,
  waited: () => undefined,
  ended: () => undefined,
};

/** One line a step, in Chinese. */
export function narratorTo(print: (line: string) => void): Narrator {
  return {
    say: (text) => print(`\n  ${text}`),
    opened: (scenario, { number, id }) => print(`\n【${scenario.title}】 ${number ?? id}`),
    completed: ({ name, elementId, agency, dueOn }, outcome) =>
      print(
        `    ✓ ${name || elementId}${outcome === undefined ? '' : `：${outcome}`}${agency ? `（${agency}）` : ''}${dueOn ? ` 限 ${dueOn}` : ''}`,
      ),
    acted: (operation, elementId) => print(`    ✓ ${operation}${elementId === null ? '' : `：${elementId}`}`),
    refused: (what, { code, detail }) => print(`    ✗ ${what}：按规则拒绝（${code}）${detail}`),
    extended: ({ name, dueOn: old }, dueOn) => print(`    ↻ ${name} 延期：${old} → ${dueOn}`),
    waited: (by, now, alarms) => {
      print(`    … 时间前进 ${by}，到 ${now.slice(0, 16).replace('T', ' ')}`);
      for (const line of alarmLines(alarms)) print(`      ⏰ ${line}`);
    },
    ended: ({ number, title }, cases) =>
      print(`    ■ ${number ?? title} 办结${cases > 1 ? `，连同 ${cases - 1} 件子案` : ''}`),
  };
}

const kinds: Readonly<Record<string, string>> = { reminder: '提醒', due: '到期', timer: '定时' };
const rungs = ['', '逾期亮黄', '催办', '督办函', '约谈通报', '报告党委'];

/** Alarms of one element and kind on one line. */
function alarmLines(alarms: readonly AlarmSeen[]): string[] {
  const times = new Map<string, string[]>();
  for (const { elementId, kind, level, at } of alarms) {
    const label = kind === 'rung' ? `${rungs[level ?? 0] ?? ''}（L${level}）` : (kinds[kind] ?? kind);
    const key = `${elementId} ${label}`;
    times.set(key, [...(times.get(key) ?? []), at.slice(5, 16).replace('T', ' ')]);
  }
  return [...times].map(
    ([key, at]) => `${key} ${at.length > 4 ? `${at[0]} … ${at.at(-1)} 共 ${at.length} 次` : at.join('、')}`,
  );
}
