import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadRulebook } from '../../../definitions/load.ts';
import { deadlineOf } from '../../../domain/deadline.ts';
import { ruleOf } from '../../../domain/period-rule.ts';

const definitions = new URL('../../../definitions/', import.meta.url);
const rulebook = loadRulebook();
const numbers = Array.from({ length: 56 }, (_, index) => `P${String(index + 1).padStart(2, '0')}`);
const period = (key: string) => rulebook.periods[key] ?? expect.fail(`no period ${key}`);

/** Shares, retention and grades. */
const noDeadline = [
  'P51',
  'P54',
  'P56',
  'jy.pass',
  'jy.patch',
  'hf.pass',
  'sz.good',
  'sz.fair',
  'sz.votes',
  'xsj.recheck-share',
  'da.sample',
  'cl.good',
  'cl.fair',
];

describe('the periods', () => {
  it('hold P01 to P56, P12a and P46a, each once and in order', () => {
    const listed = Object.keys(rulebook.periods).filter((key) => key.startsWith('P'));
    const expected = [...numbers, 'P12a', 'P46a'].toSorted();
    expect(listed).toEqual(expected);
    const lines = readFileSync(new URL('periods.yaml', definitions), 'utf8').match(/^P\w+(?=:)/gm);
    expect(lines).toEqual(expected);
  });

  it.each<[string, number | null, string]>([
    ['P01', 1, 'month'],
    ['P02', 15, 'working-day'],
    ['P04', 2, 'month'],
    ['P05', 90, 'day'],
    ['P07', 1, 'month'],
    ['P10', 24, 'hour'],
    ['P11', 12, 'hour'],
    ['P12', 12, 'month'],
    ['P13', 7, 'day'],
    ['P16', 3, 'month'],
    ['P25', 5, 'working-day'],
    ['P33', 60, 'day'],
    ['P34', 3, 'working-day'],
    ['P35', 10, 'working-day'],
    ['P38', null, 'day'],
    ['P39', null, 'month'],
    ['P40', null, 'month'],
    ['P45', 1, 'month'],
    ['P46', 6, 'month'],
    ['P47', 3, 'month'],
    ['P48', null, 'day'],
    ['P54', 20, 'percent'],
    ['P56', null, 'month'],
  ])('%s is %s %s', (key, value, unit) => {
    expect(period(key)).toMatchObject({ key, value, unit });
  });

  it('have a default beside every number that the law does not give', () => {
    for (const { value, fallback, parts } of Object.values(rulebook.periods)) {
      expect(value ?? fallback ?? parts).toBeDefined();
    }
  });

  it('are custody clocks exactly where a measure limits a person', () => {
    const custody = Object.values(rulebook.periods).filter(({ clock }) => clock === 'custody');
    expect(custody.map(({ key }) => key)).toEqual(['P11', 'P12', 'P12a', 'P13', 'P14', 'P15', 'P16', 'P17', 'P24']);
    expect(custody.every(({ ladder, roll }) => ladder === 'custody' && roll === 'none')).toBe(true);
  });

  it('have a ladder wherever something can run late', () => {
    const silent = Object.values(rulebook.periods).filter(({ ladder }) => ladder === undefined);
    expect(silent.map(({ key }) => key)).toEqual(noDeadline);
  });

  it.each([
    ['P01', '2026-01-15', '2026-02-24'],
    ['P02', '2026-09-18', '2026-10-15'],
    ['P16', '2026-07-01', '2026-09-30'],
    ['P30', '2026-07-01', '2026-10-08'],
    ['P34', '2026-10-08', '2026-09-28'],
    ['P35', '2026-04-30', '2026-05-18'],
    ['P42', '2026-10-08', '2026-10-05'],
    ['P46', '2026-08-31', '2027-03-01'],
    ['P52', '2026-01-01', '2026-07-01'],
    ['xsj.aud-accept', '2026-09-30', '2026-10-13'],
    ['xsj.pre-brief', '2026-10-08', '2026-09-23'],
    ['jxcs.no-case', '2026-09-07', '2026-09-07'],
  ])('%s that starts on %s ends on %s', (key, from, expected) => {
    const rule = ruleOf(period(key)) ?? expect.fail(`${key} sets no deadline`);
    const calendar = rulebook.calendars['default'] ?? expect.fail('no calendar');
    expect(deadlineOf(rule, from, calendar).dueOn).toBe(expected);
  });

  it('that are shares, retention or grades set no deadline', () => {
    const without = Object.values(rulebook.periods).filter((each) => ruleOf(each) === null);
    expect(without.map(({ key }) => key)).toEqual(noDeadline);
  });
});

describe('the ladders', () => {
  it('tell nobody of the house that somebody has recorded meddling there', () => {
    const { remind = [], rungs } = rulebook.ladders['meddling'] ?? expect.fail('no ladder meddling');
    const told = [...remind, ...rungs.flatMap(({ tell }) => tell)];
    expect(told.filter((who) => who === 'agency-head' || who === 'clock-owner' || who.startsWith('unit.'))).toEqual([]);
    const steps = Object.values(rulebook.periods).filter(({ key }) => /^cs\.(?!zero|stat)/.test(key));
    expect(steps.map(({ ladder }) => ladder)).toEqual(steps.map(() => 'meddling'));
  });

  it('tell nobody but those who have the step and the head of the commission of a sign among equals', () => {
    const { remind = [], rungs } = rulebook.ladders['equals'] ?? expect.fail('no ladder equals');
    const told = new Set([...remind, ...rungs.flatMap(({ tell }) => tell)]);
    expect(told).toEqual(new Set(['assignee', 'candidates', 'cdi.head']));
    const steps = Object.values(rulebook.periods).filter(({ key }) => key.startsWith('tj.'));
    expect(steps.map(({ ladder }) => ladder)).toEqual(steps.map(() => 'equals'));
  });

  it.each(['standard', 'clue', 'inspection', 'audit', 'finance', 'equals'])(
    '%s has the rungs at 0, 3, 10, 20 and 30 working days',
    (key) => {
      const { reminders, rungs } = rulebook.ladders[key] ?? expect.fail(`no ladder ${key}`);
      expect(rungs.map(({ level, after, unit }) => [level, after, unit])).toEqual([
        [1, 0, 'working-day'],
        [2, 3, 'working-day'],
        [3, 10, 'working-day'],
        [4, 20, 'working-day'],
        [5, 30, 'working-day'],
      ]);
      expect(reminders.map(({ before, unit }) => [before, unit])).toEqual([
        [7, 'day'],
        [3, 'working-day'],
        [1, 'working-day'],
      ]);
    },
  );
});

it('tells and asks only people whom somebody can find', () => {
  const { periods, ladders } = rulebook;
  const approvers = Object.values(periods).flatMap(({ extension, furtherExtensions = [] }) => {
    return [...(extension ? [extension] : []), ...furtherExtensions].map(({ approver }) => approver);
  });
  const told = Object.values(ladders).flatMap(({ remind = [], rungs }) => [
    ...remind,
    ...rungs.flatMap(({ tell }) => tell),
  ]);
  const roles = [
    'supervisor',
    'cdi.head',
    'cdi.intake',
    'cdi.oversight',
    'cdi.style',
    'insp.office',
    'audit.head',
    'fin.head',
  ];
  const others = ['org.staff', 'party.sec', 'unit.head'];
  expect([...roles, ...others]).toEqual(expect.arrayContaining(approvers));
  const relations = ['assignee', 'candidates', 'agency-head', 'clock-owner'];
  expect([...roles, ...others, ...relations]).toEqual(expect.arrayContaining(told));
});

describe('a faulty rulebook', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rulebook-'));
    for (const part of ['periods.yaml', 'ladders.yaml', 'calendars']) {
      cpSync(new URL(part, definitions), join(folder, part), { recursive: true });
    }
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const change = (file: string, from: string | RegExp, to: string) => {
    const text = readFileSync(join(folder, file), 'utf8');
    expect(text).toMatch(from);
    writeFileSync(join(folder, file), text.replace(from, to));
  };
  const load = () => loadRulebook(pathToFileURL(`${folder}/`));

  it.each([
    ['a misspelt unit', 'periods.yaml', 'unit: working-day', 'unit: workingday', 'periods.yaml P02.unit'],
    ['an unknown field', 'periods.yaml', 'P01:\n  { name', 'P01:\n  { nmae: x, name', 'periods.yaml P01'],
    ['a ladder that is not there', 'periods.yaml', 'ladder: finance', 'ladder: finanse', 'periods.yaml P40.ladder'],
    [
      'a default beside a number',
      'periods.yaml',
      'value: 15,',
      'value: 15, fallback: 10,',
      'periods.yaml P02.fallback',
    ],
    ['neither number nor default', 'periods.yaml', 'value: 15', 'value: null', 'periods.yaml P02.fallback'],
    ['custody that rolls', 'periods.yaml', /(P16:[^]*?roll: )none/, '$1next-working-day', 'periods.yaml P16.roll'],
    ['a period twice', 'periods.yaml', 'P02:', 'P01:', 'periods.yaml'],
    ['a share in days', 'periods.yaml', 'unit: percent', 'unit: day', 'periods.yaml P54.unit'],
    ['no YAML', 'ladders.yaml', 'standard:', 'standard: [', 'ladders.yaml'],
    ['levels out of order', 'ladders.yaml', 'level: 2', 'level: 4', 'ladders.yaml standard.rungs'],
    ['a missing ladder', 'ladders.yaml', 'hours:', 'minutes:', 'ladders.yaml'],
    [
      'a day that does not exist',
      'calendars/default.yaml',
      '2024-02-12',
      '2024-02-30',
      'calendars/default.yaml.years.2024.off.1',
    ],
    [
      'a day of another year',
      'calendars/default.yaml',
      '2024-02-12',
      '2025-02-12',
      'calendars/default.yaml.years.2024',
    ],
    [
      'a day both off and worked',
      'calendars/default.yaml',
      '2024-02-12',
      '2024-02-04',
      'calendars/default.yaml.years.2024.work',
    ],
    ['a calendar under another name', 'calendars/default.yaml', 'id: default', 'id: city', 'calendars/default.yaml id'],
  ])('is refused for %s, with file and key', (_, file, from, to, path) => {
    change(file, from, to);
    const paths = expect.arrayContaining([expect.objectContaining({ path })]);
    expect(load).toThrow(expect.objectContaining({ code: 'INVALID_RULEBOOK', details: { defects: paths } }));
  });

  it('is refused with all that is wrong at once', () => {
    change('periods.yaml', 'unit: working-day', 'unit: workingday');
    change('ladders.yaml', 'level: 2', 'level: 4');
    expect(load).toThrow(/2 处错误/);
  });

  it('takes an agency’s own calendar from beside the city’s', () => {
    const text = 'id: unit1\nversion: 2\nyears:\n  "2026": { source: 自治州条例, off: [2026-04-20], work: [] }\n';
    writeFileSync(join(folder, 'calendars/unit1.yaml'), text);
    const { calendars } = load();
    expect(calendars['unit1']?.years['2026']?.off).toContain('2026-04-20');
    expect(calendars['unit1']?.years['2026']?.off).toContain('2026-10-01');
    expect(calendars['default']?.years['2026']?.off).not.toContain('2026-04-20');
  });
});
