import { parseInstant } from '../domain/instant.ts';

/** Two clocks that follow each other may be so far apart. */
const tolerance = 120_000;

/** Where two values first differ: "openTasks[0].assignee 服务器 "a"，引擎 null"; null where they are alike. */
export function differenceOf(server: unknown, engine: unknown, path = ''): string | null {
  if (Object.is(server, engine) || sameMoment(server, engine)) return null;
  if (!isParts(server) || !isParts(engine) || Array.isArray(server) !== Array.isArray(engine)) {
    return `${path || '结果'} 服务器 ${JSON.stringify(server)}，引擎 ${JSON.stringify(engine)}`;
  }
  for (const name of new Set([...Object.keys(server), ...Object.keys(engine)])) {
    const inside = Array.isArray(server) ? `${path}[${name}]` : `${path}${path ? '.' : ''}${name}`;
    const difference = differenceOf(server[name], engine[name], inside);
    if (difference !== null) return difference;
  }
  return null;
}

const isParts = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function sameMoment(one: unknown, other: unknown): boolean {
  if (typeof one !== 'string' || typeof other !== 'string' || !one.includes('T')) return false;
  const [a, b] = [parseInstant(one), parseInstant(other)];
  return a !== null && b !== null && Math.abs(a - b) <= tolerance;
}
