import { parseCycle } from '../../domain/cycle.ts';
import { parseDuration } from '../../domain/duration.ts';
import { parseInstant } from '../../domain/instant.ts';
import { defectsOf } from '../feel/check.ts';
import type { EventDefinition, Value } from '../model.ts';
import { ld } from './attributes.ts';
import { checkPeriod } from './clock.ts';
import type { Compilation } from './compilation.ts';
import { bodyOf, childOf, type Moddle } from './moddle.ts';

const isForward = (text: string): boolean => {
  const duration = parseDuration(text);
  return duration !== null && Object.values(duration).every((amount) => amount >= 0);
};

const readers = {
  date: {
    property: 'timeDate',
    reads: (text: string) => parseInstant(text) !== null,
    like: '2026-03-01T09:00:00+08:00',
  },
  duration: { property: 'timeDuration', reads: isForward, like: 'PT2H 或 P3D' },
  cycle: { property: 'timeCycle', reads: (text: string) => parseCycle(text) !== null, like: 'R3/PT10H' },
} as const;
type Kind = keyof typeof readers;

/**
 * A timer: exactly one of date, duration and cycle, each an ISO 8601 constant or FEEL, or a period of ours. A duration where
 * a date should be is one, as the field's engines have it.
 */
export function timerOf(definition: Moddle, elementId: string, compilation: Compilation): EventDefinition | null {
  const given = (Object.keys(readers) as Kind[]).filter((kind) => childOf(definition, readers[kind].property));
  const [kind] = given;
  const period = compilation.expressions.value(ld(definition, 'period'), { elementId, path: 'ld:period' });
  const from = compilation.expressions.expression(ld(definition, 'from'), { elementId, path: 'ld:from' });
  if (period && !kind) {
    checkPeriod(elementId, period, compilation);
    return { kind: 'timer', period, ...(from ? { from } : {}) };
  }
  if (period || from) {
    const message = period ? '有 ld:period 的定时事件不能再写时间' : 'ld:from 要与 ld:period 一起用';
    compilation.report.defect('BAD_TIMER', message, elementId, period ? 'ld:period' : 'ld:from');
    return null;
  }
  if (!kind || given.length > 1) {
    compilation.report.defect('BAD_TIMER', '定时事件要有且只有一个时间：日期、时长或周期', elementId);
    return null;
  }
  const source = bodyOf(childOf(definition, readers[kind].property)) ?? '';
  if (kind === 'date' && isForward(source)) {
    compilation.report.warning('DURATION_AS_DATE', `“${source}” 是时长，按时长计时`, elementId, 'timeDate');
    return { kind: 'timer', duration: { constant: source } };
  }
  const value = timeOf(kind, source, elementId, compilation);
  return value && { kind: 'timer', [kind]: value };
}

function timeOf(kind: Kind, source: string, elementId: string, compilation: Compilation): Value | null {
  const { property: path, reads, like } = readers[kind];
  if (reads(source)) return { constant: source };
  const isExpression = source.startsWith('=') || /[$#]\{/.test(source) || isPlainFeel(source);
  if (isExpression) return compilation.expressions.value(asExpression(source), { elementId, path }) ?? null;
  const isCron = /^(?:[\d*?/,#LW-]+\s+){5,6}[\d*?/,#LW-]+$/i.test(source.trim());
  const what = isCron ? '是 cron 写法，请改用 ISO 8601 周期' : '不是 ISO 8601 写法，也不是表达式';
  compilation.report.defect('BAD_TIMER', `“${source}” ${what}（如 ${like}）`, elementId, path);
  return null;
}

/** FEEL without "=": a name, a path or a call, but nothing that looks like a mistyped ISO text. */
const isPlainFeel = (source: string): boolean =>
  !/^[-+]?P[\dT]|^R\d*\/|^\d|^P$/.test(source) && defectsOf(source, []).length === 0;
const asExpression = (source: string): string => (/^=|[$#]\{/.test(source) ? source : `=${source}`);
