import { describe, expect, it } from 'vitest';
import { bringAll, bringCadre, bringPortfolio, bringUnit } from '../../../domain/registry-import.ts';
import type { CadreLine, UnitLine } from '../../../domain/registry-import.ts';
import { termOn } from '../../../domain/registry.ts';
import type { Registry } from '../../../domain/registry.ts';
import { charge, smallCity } from './registry.builder.ts';

const city = smallCity();

const unitLine = (id: string, more: Partial<UnitLine> = {}): UnitLine => ({
  id,
  name: `单位${id}`,
  category: 'government',
  superior: null,
  since: '2020-01-01',
  changedOn: null,
  until: null,
  endedAs: null,
  successor: null,
  group: null,
  basis: '',
  ...more,
});

const cadreLine = (id: string, more: Partial<CadreLine> = {}): CadreLine => ({
  id,
  name: `人员${id}`,
  managedBy: 'city',
  account: null,
  unit: 'water',
  title: '副局长',
  rank: 'division-deputy',
  standing: 'leader',
  since: '2022-01-01',
  until: null,
  basis: '',
  leftOn: null,
  leftAs: null,
  ...more,
});

const numbered = <Line>(...lines: Line[]) => lines.map((line, index) => ({ number: index + 2, line }));
const units = (before: Registry, ...lines: UnitLine[]) =>
  bringAll(before, numbered(...lines), bringUnit, ({ units: known }, { id }) => known.has(id));
const cadres = (before: Registry, ...lines: CadreLine[]) =>
  bringAll(before, numbered(...lines), bringCadre, ({ cadres: known }, { id }) => known.has(id));

describe('a sheet of units', () => {
  it('may name a superior that stands further down', () => {
    const { registry, outcomes, defects } = units(city, unitLine('lower', { superior: 'upper' }), unitLine('upper'));
    expect(defects).toEqual([]);
    expect([...outcomes.values()]).toEqual(['added', 'added']);
    expect(registry.units.get('lower')?.terms[0]?.superior).toBe('upper');
  });

  it('changes nothing when it says what is so already', () => {
    const sheet = [
      unitLine('lower', { superior: 'upper', until: '2025-12-31', endedAs: 'merged', successor: 'upper' }),
      unitLine('upper'),
    ];
    const first = units(city, ...sheet);
    const second = units(first.registry, ...sheet);
    expect([...second.outcomes.values()]).toEqual(['unchanged', 'unchanged']);
    expect(second.registry).toBe(first.registry);
  });

  it('renames from the day it gives, and corrects where it gives none', () => {
    const renamed = units(
      city,
      unitLine('water', { name: '水利局', superior: 'gov', since: '2010-01-01', changedOn: '2026-03-01' }),
    );
    const unit = renamed.registry.units.get('water') ?? expect.fail('no unit');
    expect(['2026-02-28', '2026-03-01'].map((day) => termOn(unit, day).name)).toEqual(['水务局', '水利局']);
    const corrected = units(city, unitLine('water', { name: '水利局', superior: 'gov', since: '2010-01-01' }));
    expect(corrected.registry.units.get('water')?.terms.map(({ name }) => name)).toEqual(['水利局']);
  });

  it('names the group that watches over a unit, and says nothing about it where the column is empty', () => {
    const line = (more: Partial<UnitLine>) =>
      unitLine('water', { name: '水务局', superior: 'gov', since: '2010-01-01', ...more });
    const groupsOf = (registry: Registry) =>
      registry.units.get('water')?.terms.map(({ since, group }) => [since, group]);
    const named = units(city, line({ group: 'group1' })).registry;
    expect(groupsOf(named)).toEqual([['2010-01-01', 'group1']]);
    expect(units(named, line({})).registry).toBe(named);
    const moved = units(named, line({ group: 'group2', changedOn: '2026-03-01' })).registry;
    expect(groupsOf(moved)).toEqual([
      ['2010-01-01', 'group1'],
      ['2026-03-01', 'group2'],
    ]);
    expect(
      units(moved, line({ name: '水利局', changedOn: '2026-05-01' }))
        .registry.units.get('water')
        ?.terms.at(-1),
    ).toMatchObject({
      name: '水利局',
      group: 'group2',
    });
    expect(units(city, line({ group: 'gov' })).defects).toMatchObject([
      { number: 2, field: 'group', code: 'UNKNOWN_GROUP' },
    ]);
  });

  it('tells every line that is wrong, with its number and field, beside those that only wait for another', () => {
    const { defects } = units(
      city,
      unitLine('a', { superior: 'nowhere' }),
      unitLine('b', { since: '2026-02-30' }),
      unitLine('c', { superior: 'd' }),
      unitLine('d'),
      unitLine('e', { until: '2019-01-01', endedAs: 'dissolved' }),
    );
    expect(defects.map(({ number, field, code }) => [number, field, code])).toEqual([
      [2, 'superior', 'UNKNOWN_UNIT'],
      [3, 'since', 'INVALID_DATE'],
      [6, 'until', 'BEFORE_ITS_BEGIN'],
    ]);
  });
});

describe('a sheet of persons', () => {
  it('has a line a post, and takes the earliest as the day of registration', () => {
    const sheet = [
      cadreLine('x', { since: '2022-01-01' }),
      cadreLine('x', {
        title: '科长',
        standing: 'member',
        rank: 'section-chief',
        since: '2018-01-01',
        until: '2021-12-31',
      }),
    ];
    const { registry, defects, outcomes } = cadres(city, ...sheet);
    expect([defects, [...outcomes.values()]]).toEqual([[], ['added', 'added']]);
    expect(registry.cadres.get('x')).toMatchObject({
      since: '2018-01-01',
      posts: [{ title: '科长' }, { title: '副局长' }],
    });
    expect(cadres(registry, ...sheet).registry).toBe(registry);
  });

  it('ends a post, and registers who has left', () => {
    const { registry } = cadres(
      cadres(city, cadreLine('x'), cadreLine('y')).registry,
      cadreLine('x', { until: '2026-03-31' }),
      cadreLine('y', { leftOn: '2026-04-30', leftAs: 'retired' }),
    );
    expect(registry.cadres.get('x')?.posts[0]?.until).toBe('2026-03-31');
    expect(registry.cadres.get('y')).toMatchObject({
      until: '2026-04-30',
      leftAs: 'retired',
      posts: [{ until: '2026-04-30' }],
    });
  });
});

it('a sheet of charges adds what is new and leaves what is known', () => {
  const sheet = numbered(
    { leader: 'mayor', ...charge('school') },
    { leader: 'mayor', ...charge('water') },
    { leader: 'nobody', ...charge('water') },
  );
  const { outcomes, defects } = bringAll(city, sheet, bringPortfolio, () => false);
  expect([...outcomes]).toEqual([
    [2, 'added'],
    [3, 'unchanged'],
  ]);
  expect(defects.map(({ number, code, field }) => [number, code, field])).toEqual([[4, 'UNKNOWN_CADRE', 'leader']]);
});
