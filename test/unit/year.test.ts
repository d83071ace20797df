import { describe, expect, it } from 'vitest';
import { casesOf } from '../../apps/local/year/case-plan.ts';
import { cityOf } from '../../apps/local/year/city/city.ts';
import { contractsOf } from '../../apps/local/year/contracts.ts';
import { dutySheet } from '../../apps/local/year/duty-sheet.ts';
import type { Year } from '../../apps/local/year/year.types.ts';

const city = cityOf('a', 300);

describe('a simulated city', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(cityOf('a', 300)).toEqual(city);
    expect(cityOf('b', 300).map(({ head }) => head.name)).not.toEqual(city.map(({ head }) => head.name));
    expect(cityOf('a', 12)).toEqual(city.slice(0, 12));
  });

  it('has no two units or accounts of one name', () => {
    for (const name of ['id', 'name'] as const) expect(new Set(city.map((unit) => unit[name])).size).toBe(300);
    expect(new Set(city.flatMap(({ head, staff }) => [head.account, staff.account])).size).toBe(600);
  });
});

describe('its year', () => {
  it('has cases of every mechanism, begun on days of the year, some of them taken to the end', () => {
    const cases = casesOf('a', 2025, city);
    expect(casesOf('a', 2025, city)).toEqual(cases);
    expect(cases.every(({ startsOn }) => startsOn.startsWith('2025-'))).toBe(true);
    expect(new Set(cases.map(({ key }) => key)).size).toBe(cases.length);
    const small = new Set(casesOf('a', 2025, city.slice(0, 12)).map(({ definitionKey }) => definitionKey));
    expect([...small].toSorted()).toEqual([...new Set(cases.map(({ definitionKey }) => definitionKey))].toSorted());
    const ended = cases.filter(({ steps }) => steps > 20).length;
    expect([ended > cases.length * 0.25, ended < cases.length * 0.55]).toEqual([true, true]);
  });

  it('asks of every unit what comes round each quarter, half-year and year', () => {
    const lines = dutySheet('a', 2025, { city, items: 3 }).trim().split('\n');
    expect(lines.filter((line) => line.startsWith('Y-')).map((line) => line.split(',')[8])).toEqual([
      '每季度',
      '每半年',
      '每年',
      '每月',
      '一次',
    ]);
    expect(
      lines
        .find((line) => line.startsWith('Y-1'))
        ?.split(',')[4]
        ?.split('、'),
    ).toHaveLength(300);
    expect(lines).toHaveLength(1 + 3 + 5);
  });

  it('always has something for the warning rule to find', () => {
    const of = { seed: 'a', year: 2025, city: city.slice(0, 3) } as unknown as Year;
    const single = [1, 2, 3, 4].map((quarter) => contractsOf(of, quarter).split('单一来源').length - 1);
    expect([single[1], single[2]].every((count) => (count ?? 0) >= 3)).toBe(true);
  });
});
