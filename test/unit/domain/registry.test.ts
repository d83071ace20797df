import { describe, expect, it } from 'vitest';
import { CaseError } from '../../../domain/errors.ts';
import {
  appoint,
  correctCadre,
  correctPost,
  giveCharge,
  leave,
  registerCadre,
} from '../../../domain/registry-cadres.ts';
import { holdsOn, termOn } from '../../../domain/registry.ts';
import type { Registry } from '../../../domain/registry.ts';
import { changeUnit, correctBegin, endUnit, foundUnit, restoreUnit } from '../../../domain/registry-units.ts';
import { charge, post, smallCity } from './registry.builder.ts';

const city = smallCity();
const unit = (registry: Registry, id: string) => registry.units.get(id) ?? expect.fail(`no unit ${id}`);
const cadre = (registry: Registry, id: string) => registry.cadres.get(id) ?? expect.fail(`no cadre ${id}`);

function refusalOf(act: () => unknown): readonly [string, string | undefined] {
  try {
    act();
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    const [first] = error.details['defects'] as readonly { path?: string }[];
    return [error.code, first?.path];
  }
  return expect.fail('nothing was refused');
}

describe('a unit', () => {
  it('keeps what it was called before it was renamed', () => {
    const renamed = unit(changeUnit(city, 'water', { since: '2026-05-01', name: '水利局' }), 'water');
    expect(['2026-04-30', '2026-05-01'].map((day) => termOn(renamed, day).name)).toEqual(['水务局', '水利局']);
  });

  it('is corrected where the change begins with a term', () => {
    const corrected = unit(changeUnit(city, 'water', { since: '2010-01-01', name: '水利局' }), 'water');
    expect(corrected.terms.map(({ name }) => name)).toEqual(['水利局']);
  });

  it('dissolved in mid-year ends its posts and charges with its last day, and units below it go to the successor', () => {
    const merged = endUnit(city, 'housing', { on: '2026-06-30', as: 'merged', successor: 'water' });
    expect(unit(merged, 'housing')).toMatchObject({ until: '2026-06-30', successor: 'water' });
    expect(cadre(merged, 'builder').posts.map(({ until }) => until)).toEqual(['2026-06-30']);
    expect(cadre(merged, 'mayor').portfolios.map(({ unit: of, until }) => [of, until])).toEqual([
      ['housing', '2026-06-30'],
      ['water', null],
    ]);
    const school = unit(merged, 'school');
    expect(['2026-06-30', '2026-07-01'].map((day) => termOn(school, day).superior)).toEqual(['housing', 'water']);
    expect(merged.cadres.get('plumber')).toBe(city.cadres.get('plumber'));
  });

  it('goes on when its end was a mistake', () => {
    const ended = endUnit(city, 'housing', { on: '2026-06-30', as: 'dissolved', successor: null });
    expect(unit(restoreUnit(ended, 'housing'), 'housing')).toMatchObject({ until: null, endedAs: null });
  });

  const ended = endUnit(city, 'housing', { on: '2026-06-30', as: 'merged', successor: 'water' });
  it.each<[string, () => unknown, string, string]>([
    ['a second unit of the same id', () => foundUnit(city, { ...newUnit, id: 'water' }), 'UNIT_EXISTS', 'id'],
    [
      'a superior that nobody knows',
      () => foundUnit(city, { ...newUnit, superior: 'none' }),
      'UNKNOWN_UNIT',
      'superior',
    ],
    [
      'a group that is none',
      () => changeUnit(city, 'water', { since: '2026-01-01', group: 'housing' }),
      'UNKNOWN_GROUP',
      'group',
    ],
    [
      'a superior that is below',
      () => changeUnit(city, 'gov', { since: '2026-01-01', superior: 'school' }),
      'CIRCLE',
      'superior',
    ],
    ['a day that does not exist', () => changeUnit(city, 'gov', { since: '2026-02-30' }), 'INVALID_DATE', 'since'],
    [
      'a name after its end',
      () => changeUnit(ended, 'housing', { since: '2026-07-01', name: '新局' }),
      'OUTSIDE_ITS_TIME',
      'since',
    ],
    [
      'a merger into nothing',
      () => endUnit(city, 'water', { on: '2026-06-30', as: 'merged', successor: null }),
      'NO_SUCCESSOR',
      'successor',
    ],
    [
      'a merger into itself',
      () => endUnit(city, 'water', { on: '2026-06-30', as: 'merged', successor: 'water' }),
      'NO_SUCCESSOR',
      'successor',
    ],
    [
      'a merger into what has ended',
      () => endUnit(ended, 'water', { on: '2026-07-31', as: 'merged', successor: 'housing' }),
      'NO_SUCCESSOR',
      'successor',
    ],
    [
      'a second end',
      () => endUnit(ended, 'housing', { on: '2026-08-01', as: 'dissolved', successor: null }),
      'ALREADY_ENDED',
      'on',
    ],
    [
      'an end before its begin',
      () => endUnit(city, 'water', { on: '2009-01-01', as: 'dissolved', successor: null }),
      'BEFORE_ITS_BEGIN',
      'until',
    ],
    ['a begin after a post in it', () => correctBegin(city, 'water', '2024-06-01'), 'OUTSIDE_ITS_TIME', 'since'],
    ['to go on when it has not ended', () => restoreUnit(city, 'water'), 'NOT_ENDED', 'id'],
  ])('may not have %s', (_, act, code, field) => {
    expect(refusalOf(act)).toEqual([code, field]);
  });
});

const newUnit = {
  id: 'new',
  name: '新局',
  category: 'government',
  superior: 'gov',
  group: null,
  since: '2026-01-01',
  basis: '',
};

describe('a person who changes posts', () => {
  const moved = appoint(city, 'mayor', post('water', '局长', { since: '2026-09-01', leavingOthers: true }));

  it('holds the old one until the day before, and what he was in charge of ends with it', () => {
    const { posts, portfolios } = cadre(moved, 'mayor');
    expect(posts.map(({ title, since, until }) => [title, since, until])).toEqual([
      ['副市长', '2024-01-01', '2026-08-31'],
      ['局长', '2026-09-01', null],
    ]);
    expect(portfolios.map(({ until }) => until)).toEqual(['2026-08-31', '2026-08-31']);
  });

  it('may hold two at once when he leaves none', () => {
    const both = cadre(appoint(city, 'mayor', post('water', '局长', { since: '2026-09-01' })), 'mayor');
    expect(both.posts.filter((one) => holdsOn(one, '2026-09-01')).map(({ title }) => title)).toEqual([
      '副市长',
      '局长',
    ]);
    expect(both.portfolios.map(({ until }) => until)).toEqual([null, null]);
  });

  it('loses his charges with his last leading post', () => {
    const key = { unit: 'gov', title: '副市长', since: '2024-01-01' };
    const { portfolios } = cadre(correctPost(city, 'mayor', key, { until: '2026-03-31' }), 'mayor');
    expect(portfolios.map(({ until }) => until)).toEqual(['2026-03-31', '2026-03-31']);
  });

  it('is back when he is appointed after he had left', () => {
    const gone = leave(city, 'builder', { on: '2025-12-31', as: 'transferred' });
    expect(cadre(gone, 'builder')).toMatchObject({ until: '2025-12-31', posts: [{ until: '2025-12-31' }] });
    const back = appoint(gone, 'builder', post('water', '副局长', { since: '2026-05-01' }));
    expect(cadre(back, 'builder')).toMatchObject({ until: null, leftAs: null });
  });

  const key = { unit: 'housing', title: '局长', since: '2024-01-01' };
  it.each<[string, () => unknown, string, string]>([
    [
      'the same post twice',
      () => appoint(city, 'builder', post('housing', '局长', { since: '2026-01-01' })),
      'OVERLAPS',
      'title',
    ],
    [
      'a post before he was registered',
      () => appoint(city, 'builder', post('water', '科长', { since: '2010-01-01' })),
      'OUTSIDE_ITS_TIME',
      'since',
    ],
    [
      'a post in a unit that nobody knows',
      () => appoint(city, 'builder', post('none', '局长')),
      'UNKNOWN_UNIT',
      'unit',
    ],
    [
      'a post that ends before it begins',
      () => correctPost(city, 'builder', key, { until: '2023-01-01' }),
      'BEFORE_ITS_BEGIN',
      'until',
    ],
    [
      'the end of a post he never held',
      () => correctPost(city, 'builder', { ...key, title: '科长' }, { until: '2026-01-01' }),
      'UNKNOWN_POST',
      'title',
    ],
    [
      'a post moved before he was registered',
      () => correctPost(city, 'builder', key, { since: '2012-01-01' }),
      'OUTSIDE_ITS_TIME',
      'since',
    ],
    [
      'a charge over the same unit twice',
      () => giveCharge(city, 'mayor', charge('water', { since: '2026-01-01' })),
      'OVERLAPS',
      'unit',
    ],
    [
      'a charge before he led anything',
      () => giveCharge(city, 'mayor', charge('school', { since: '2020-01-01' })),
      'NOT_A_LEADER',
      'leader',
    ],
    [
      'another’s account',
      () => correctCadre(correctCadre(city, 'mayor', { account: 'a' }), 'builder', { account: 'a' }),
      'ACCOUNT_TAKEN',
      'account',
    ],
    [
      'an id that is taken',
      () => registerCadre(city, { id: 'mayor', name: '丁', managedBy: 'city', account: null, since: '2026-01-01' }),
      'CADRE_EXISTS',
      'id',
    ],
    [
      'a registration after his first post',
      () => correctCadre(city, 'builder', { since: '2025-01-01' }),
      'OUTSIDE_ITS_TIME',
      'since',
    ],
    [
      'to leave before a post begins',
      () => leave(city, 'builder', { on: '2023-06-01', as: 'retired' }),
      'OUTSIDE_ITS_TIME',
      'on',
    ],
  ])('may not have %s', (_, act, code, field) => {
    expect(refusalOf(act)).toEqual([code, field]);
  });
});
