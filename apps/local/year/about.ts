import type { Answer } from '../../../scenarios/scenario.ts';
import type { UnitOfYear } from './city/city.ts';

/** The usual answers speak of three units of the demo city; here they speak of these. */
export function about(units: readonly UnitOfYear[], answer: Answer): Answer {
  const names = new Map(
    units.flatMap(({ id, head, staff }, index) => [
      [`unit${index + 1}`, id] as const,
      [`unit${index + 1}.head`, head.account] as const,
      [`unit${index + 1}.staff`, staff.account] as const,
    ]),
  );
  return renamed(answer, names) as Answer;
}

function renamed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return names.get(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => renamed(one, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, renamed(one, names)]));
}
