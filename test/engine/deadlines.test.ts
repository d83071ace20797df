import { describe, expect, it } from 'vitest';
import { loadRulebook } from '../../definitions/load.ts';
import { end, flows, lane, multi, start, user } from '../support/bpmn.ts';
import { everyone, modelOf, person, play, type PlayOptions } from '../support/run.ts';

const rulebook = loadRulebook();
const step = (attributes: Record<string, string>) =>
  modelOf(start('s'), user('a', attributes), user('b'), end('e'), flows('s>a>b>e'));
const playing = async (attributes: Record<string, string>, options: PlayOptions = {}) =>
  play(await step(attributes), { rulebook, ...options });

describe('a due date', () => {
  it.each([
    ['calendar days', { 'ld:due': 'P10D' }, '2026-03-12', '2026-03-13T00:00:00+08:00'],
    ['working days', { 'ld:due': 'P10D', 'ld:counting': 'working' }, '2026-03-16', '2026-03-17T00:00:00+08:00'],
    ['hours', { 'ld:due': 'PT36H' }, '2026-03-03', '2026-03-03T22:00:00+08:00'],
    ['months', { 'ld:due': 'P1M' }, '2026-04-02', '2026-04-03T00:00:00+08:00'],
    ['days that roll', { 'ld:due': 'P5D', 'ld:roll': 'next-working-day' }, '2026-03-09', '2026-03-10T00:00:00+08:00'],
    ['an expression', { 'ld:due': '=span' }, '2026-03-09', '2026-03-10T00:00:00+08:00'],
    ['a duration of mixed units', { 'ld:due': 'P1M3D' }, '2026-04-05', '2026-04-06T00:00:00+08:00'],
    [
      'a clock that starts at a date',
      { 'ld:due': 'P3D', 'ld:from': '=day' },
      '2026-03-23',
      '2026-03-24T00:00:00+08:00',
    ],
  ])('in %s', async (_, attributes, dueOn, dueAt) => {
    const one = (await playing(attributes)).start({ span: 'P7D', day: '2026-03-20' });
    expect(one.row('a')).toMatchObject({ dueOn, dueAt: Date.parse(dueAt) });
  });

  it('counts from the start day of a paper case for the tasks that the start opens, from the real day for later ones', async () => {
    const model = await modelOf(
      start('s'),
      user('a', { 'ld:due': 'P30D' }),
      user('b', { 'ld:due': 'P30D' }),
      user('c', { 'ld:due': 'P90D', 'ld:from': 'case-start' }),
      end('e'),
      flows('s>a>b>c>e'),
    );
    const one = play(model, { rulebook, startsOn: '2026-02-10' }).start();
    expect(one.row('a').dueOn).toBe('2026-03-12');
    one.complete('a');
    expect(one.row('b').dueOn).toBe('2026-04-01');
    one.complete('b');
    expect(one.row('c').dueOn).toBe('2026-05-11');
  });

  it('follows the calendar of the lane', async () => {
    const local = {
      ...rulebook.calendars['default'],
      id: 'audit',
      version: 1,
      years: { 2026: { off: ['2026-03-03'], work: [], source: '局内通知' } },
    };
    const model = await modelOf(
      lane('l', 'audit', ['a']),
      start('s'),
      user('a', { 'ld:due': 'P1D', 'ld:counting': 'working' }),
      end('e'),
      flows('s>a>e'),
    );
    const one = play(model, { rulebook: { ...rulebook, calendars: { ...rulebook.calendars, audit: local } } }).start();
    expect(one.row('a')).toMatchObject({ agency: 'audit', dueOn: '2026-03-04' });
  });

  it('names a period of the rulebook; one that the rulebook lacks is an incident', async () => {
    const [key = ''] = Object.values(rulebook.periods)
      .filter(({ kind, value }) => kind === 'deadline' && value)
      .map((period) => period.key);
    expect((await playing({ 'ld:period': key })).start().row('a').period).toBe(key);
    (await playing({ 'ld:period': 'P999' })).start().expectIncident('NO_PERIOD', 'a').expectOpen();
  });
});

describe('suspension', () => {
  it('of a task moves its due date, reminders and ladder by the time it stood still, in its own days', async () => {
    const one = (await playing({ 'ld:due': 'P10D', 'ld:counting': 'working' })).start();
    const before = one.row('a').dueOn;
    one.move('P1D').send({ kind: 'suspendTask', taskId: one.task('a').id });
    expect(one.state.nextAlarmAt).toBeNull();
    one.move('P7D');
    expect(one.fired()).toEqual([]);
    one.send({ kind: 'resumeTask', taskId: one.task('a').id });
    expect([before, one.row('a').dueOn]).toEqual(['2026-03-16', '2026-03-23']);
    expect(one.alarms().find((alarm) => alarm.startsWith('due'))).toBe('due 2026-03-24T00:00:00+08:00');
    expect(one.entriesOf('deadline-moved')[0]?.data).toMatchObject({
      cause: 'suspension',
      old: { dueOn: '2026-03-16' },
      new: { dueOn: '2026-03-23' },
    });
  });

  it('of the case does the same to all its internal clocks, and nobody can work meanwhile', async () => {
    const one = (await playing({ 'ld:due': 'P10D' })).start().send({ kind: 'suspendCase' }).expectStatus('suspended');
    expect(() => one.complete('a')).toThrow('已中止');
    one.move('P5D').send({ kind: 'resumeCase' });
    expect(one.row('a').dueOn).toBe('2026-03-17');
    one.complete('a').expectOpen('b');
  });
});

describe('the start day', () => {
  it('corrected moves every clock that hangs on it', async () => {
    const model = await modelOf(
      start('s'),
      user('a', { 'ld:due': 'P30D', 'ld:from': 'case-start' }),
      end('e'),
      flows('s>a>e'),
    );
    const one = play(model, { rulebook }).start().send({ kind: 'correctStartDay', startsOn: '2026-02-20' });
    expect(one.row('a')).toMatchObject({ dueOn: '2026-03-22', clockFrom: '2026-02-20' });
    expect(one.view().case.startsOn).toBe('2026-02-20');
    const opened = (await playing({ 'ld:due': 'P30D' }))
      .start()
      .send({ kind: 'correctStartDay', startsOn: '2026-02-20' });
    expect(opened.row('a').dueOn).toBe('2026-03-22');
    opened.complete('a').send({ kind: 'correctStartDay', startsOn: '2026-02-01' });
    expect(() => opened.send({ kind: 'correctStartDay', startsOn: '2026-02-30' })).toThrow('有效日期');
  });

  it('is an operator’s to correct', async () => {
    const one = (await playing({ 'ld:due': 'P30D' })).start();
    expect(() => one.send({ kind: 'correctStartDay', startsOn: '2026-02-01' }, { as: person('x') })).toThrow(
      '管理人员',
    );
  });
});

describe('a new calendar', () => {
  it('plans open alarms anew, keeps the day the clock started, and is journalled', async () => {
    const one = (await playing({ 'ld:due': 'P10D', 'ld:counting': 'working' })).start().move('P1D');
    const year = rulebook.calendars['default']?.years['2026'];
    const changed = {
      id: 'default',
      version: 9,
      years: {
        2026: { off: [...(year?.off ?? []), '2026-03-10', '2026-03-11'], work: year?.work ?? [], source: '新通知' },
      },
    };
    one.send(
      { kind: 'rulebookChanged', rulebook: { ...rulebook, version: 9, calendars: { default: changed } } },
      { as: null },
    );
    expect(one.row('a')).toMatchObject({ dueOn: '2026-03-18', clockFrom: '2026-03-02' });
    expect(one.entriesOf('deadline-moved')[0]?.data).toMatchObject({ cause: 'rulebook', old: { dueOn: '2026-03-16' } });
  });
});

describe('an extension', () => {
  const id = (one: { task: (element: string) => { id: string } }) => one.task('a').id;
  const staffed = { 'ld:due': 'P10D', 'ld:role': 'audit.staff' };
  const staff = person('audit.staff', 'audit.staff');
  const head = person('audit.head', 'audit.head');

  it('acts at once for one who may approve it', async () => {
    const one = (await playing(staffed)).start();
    one.send({ kind: 'extendTask', taskId: id(one), until: '2026-03-20' }, { as: head });
    expect(one.row('a').dueOn).toBe('2026-03-20');
    one.send({ kind: 'extendTask', taskId: id(one), by: 'P5D' });
    expect(one.row('a').dueOn).toBe('2026-03-25');
    expect(one.alarms().find((alarm) => alarm.startsWith('due'))).toBe('due 2026-03-26T00:00:00+08:00');
  });

  it('asked by others is a task for one who may approve it', async () => {
    const ask = async () => {
      const one = (await playing(staffed)).start();
      one.send({ kind: 'extendTask', taskId: id(one), until: '2026-03-20' }, { as: staff });
      const approval = one.view().tasks.find(({ role }) => role === 'audit.head');
      expect(approval).toMatchObject({ outcomes: ['approve', 'reject'], status: 'open', name: '延期审批：a' });
      expect(one.row('a').dueOn).toBe('2026-03-12');
      return { one, taskId: approval?.id ?? '' };
    };
    const { one, taskId } = await ask();
    expect(() => one.send({ kind: 'extendTask', taskId: id(one), until: '2026-03-21' }, { as: staff })).toThrow(
      '待审批',
    );
    expect(() => one.send({ kind: 'completeTask', taskId, outcome: 'approve' }, { as: staff })).toThrow('不由您办理');
    one.send({ kind: 'completeTask', taskId, outcome: 'approve' }, { as: head });
    expect(one.row('a').dueOn).toBe('2026-03-20');
    const other = await ask();
    other.one.send({ kind: 'completeTask', taskId: other.taskId, outcome: 'reject' }, { as: head });
    expect(other.one.row('a').dueOn).toBe('2026-03-12');
    const third = await ask();
    third.one.complete('a').expectOpen('b');
  });

  it('is approved in the house that has the step, and whoever approves it sees the case', async () => {
    const plain = (await playing(staffed)).start();
    plain.send({ kind: 'extendTask', taskId: id(plain), by: 'P1D' }, { as: staff });
    expect(plain.view().case.people).toContain('role:audit.head');
  });

  it.each(['unit.staff', 'unit.head'])(
    'of a supervised unit is not the unit’s to grant, not even its head’s (%s)',
    async (role) => {
      const one = (await playing({ 'ld:due': 'P10D', 'ld:role': role, 'ld:agency': 'unit1' })).start();
      const ofUnit = { ...person('unit1.one', role), agency: 'unit1' };
      const before = one.row('a').dueOn;
      one.send({ kind: 'extendTask', taskId: id(one), by: 'P1D' }, { as: ofUnit });
      expect(one.row('a').dueOn).toBe(before);
      const approval = one.view().tasks.find(({ name }) => name.startsWith('延期审批'));
      expect(approval?.role).toBe('supervisor');
      const unitHead = { ...person('unit1.head', 'unit.head'), agency: 'unit1' };
      const approve = { kind: 'completeTask', taskId: approval?.id ?? '', outcome: 'approve' } as const;
      expect(() => one.send(approve, { as: unitHead })).toThrow('不由您办理');
      one.send(approve, { as: person('zhao', 'supervisor') });
      expect(one.row('a').dueOn).not.toBe(before);
    },
  );

  it('is refused after expiry, judged by the moment it came in', async () => {
    const one = (await playing(staffed)).start().sleepUntil('2026-03-13T00:05:00+08:00');
    const ask = { kind: 'extendTask', taskId: id(one), until: '2026-03-20' } as const;
    expect(() => one.send(ask, { as: head })).toThrow('已经届满');
    one.send(ask, { as: head, receivedAt: '2026-03-12T23:59:00+08:00' });
    expect(one.row('a').dueOn).toBe('2026-03-20');
  });

  it.each([
    [{ until: '2026-03-12' }, '晚于'],
    [{ until: '2026-03-01' }, '晚于'],
    [{ by: 'soon' }, '时长'],
    [{}, '二者选一'],
  ])('to %j is refused', async (asked, words) => {
    const one = (await playing(staffed)).start();
    expect(() => one.send({ kind: 'extendTask', taskId: id(one), ...asked }, { as: head })).toThrow(words);
  });

  it('is limited in number where the period says so', async () => {
    const period = Object.values(rulebook.periods).find(
      ({ extension, unit }) => extension?.times === 1 && (unit === 'month' || unit === 'day'),
    );
    const one = (await playing({ 'ld:period': period?.key ?? '' })).start();
    one.send({ kind: 'extendTask', taskId: id(one), by: 'P5D' });
    expect(() => one.send({ kind: 'extendTask', taskId: id(one), by: 'P5D' })).toThrow('最多');
  });

  it('survives a new calendar and a suspension', async () => {
    const one = (await playing(staffed)).start();
    one.send({ kind: 'extendTask', taskId: id(one), until: '2026-03-20' }, { as: head });
    one
      .send({ kind: 'suspendTask', taskId: id(one) })
      .move('P3D')
      .send({ kind: 'resumeTask', taskId: id(one) });
    expect(one.row('a').dueOn).toBe('2026-03-23');
    one.send({ kind: 'rulebookChanged', rulebook: { ...rulebook, version: 2 } }, { as: null });
    expect(one.row('a').dueOn).toBe('2026-03-23');
  });

  it('of a task in a multi-instance moves that task alone', async () => {
    const model = await modelOf(
      start('s'),
      user('a', { 'ld:due': 'P10D' }, multi({ cardinality: '2' })),
      end('e'),
      flows('s>a>e'),
    );
    const one = play(model, { rulebook }).start();
    one.send({ kind: 'extendTask', taskId: one.task('a', 2).id, by: 'P1D' }, { as: everyone });
    expect(one.view().tasks.map(({ dueOn }) => dueOn)).toEqual(['2026-03-12', '2026-03-13']);
  });
});
