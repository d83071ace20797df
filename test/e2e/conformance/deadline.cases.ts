import { describe, expect } from 'vitest';
import type { Json } from './client.ts';
import { tries, type Tries } from './cases.ts';
import { document, end, flows, start } from './document.ts';

const timed = (attributes: string, more = ''): string =>
  document(start() + `<userTask id="a" ${attributes}/>` + more + end() + flows('s>a>e'));

/** [what, attributes, start day, due day, provisional] */
const vectors: readonly (readonly [string, string, string, string, boolean?])[] = [
  [
    'a Saturday that is a make-up working day',
    'ld:due="P1M" ld:roll="next-working-day" ld:from="case-start"',
    '2026-01-31',
    '2026-02-28',
  ],
  ['into Spring Festival', 'ld:due="P1M" ld:roll="next-working-day" ld:from="case-start"', '2026-01-15', '2026-02-24'],
  ['into National Day', 'ld:due="P1M" ld:roll="next-working-day" ld:from="case-start"', '2026-09-01', '2026-10-08'],
  [
    '15 working days over National Day',
    'ld:due="P15D" ld:counting="working" ld:from="case-start"',
    '2026-09-18',
    '2026-10-15',
  ],
  [
    '15 working days over Spring Festival',
    'ld:due="P15D" ld:counting="working" ld:from="case-start"',
    '2026-02-11',
    '2026-03-10',
  ],
  [
    '10 working days over May Day',
    'ld:due="P10D" ld:counting="working" ld:from="case-start"',
    '2026-04-30',
    '2026-05-18',
  ],
  ['5 working days', 'ld:due="P5D" ld:counting="working" ld:from="case-start"', '2026-09-30', '2026-10-13'],
  ['留置 three months, no roll', 'ld:due="P3M" ld:clock="custody" ld:from="case-start"', '2026-07-01', '2026-09-30'],
  [
    'six months into an unpublished year',
    'ld:due="P6M" ld:roll="next-working-day" ld:from="case-start"',
    '2026-08-31',
    '2027-03-01',
    true,
  ],
  ['no roll by default', 'ld:due="P1M" ld:from="case-start"', '2026-09-01', '2026-10-01'],
  ['ten calendar days', 'ld:due="P10D" ld:from="case-start"', '2026-09-20', '2026-09-30'],
  ['two weeks', 'ld:due="P2W" ld:from="case-start"', '2026-11-01', '2026-11-15'],
  ['a year from a leap day', 'ld:due="P1Y" ld:from="case-start"', '2024-02-29', '2025-02-28'],
  ['from a FEEL date', 'ld:due="P10D" ld:from="=date(&quot;2026-03-01&quot;)"', '2026-02-01', '2026-03-11'],
  [
    'from a FEEL date computed',
    'ld:due="P1D" ld:from="=date(received) + duration(&quot;P1D&quot;)"',
    '2026-02-01',
    '2026-05-06',
  ],
];

const next = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

export const deadlines: Tries = (under) => {
  describe('deadlines', () => {
    for (const [what, attributes, startsOn, dueOn, provisional = false] of vectors) {
      tries(
        under,
        what,
        timed(attributes),
        async (t) => {
          const task = await t.task('a');
          expect([task.dueOn, task.dueAt, task.provisional]).toEqual([
            dueOn,
            `${next(dueOn)}T00:00:00+08:00`,
            provisional,
          ]);
        },
        { startsOn, variables: { received: '2026-05-04' } },
      );
    }
    tries(
      under,
      'reminders at nine, the due moment and the rungs at the end of their day',
      timed('ld:due="P20D" ld:ladder="standard"'),
      async (t) => {
        const task = await t.task('a');
        const alarms = task.alarms as Json[];
        const reminders = alarms.filter((one) => one.kind === 'reminder');
        expect(reminders.length).toBe(3);
        for (const one of reminders) expect(one.at).toMatch(/T09:00:00(\.000)?\+08:00$/);
        const rest = alarms.filter((one) => one.kind !== 'reminder');
        expect(rest.length).toBeGreaterThan(4);
        for (const one of rest) expect(one.at).toMatch(/T00:00:00(\.000)?\+08:00$/);
        expect(alarms.map((one) => one.at)).toEqual(alarms.map((one) => String(one.at)).toSorted());
        const fired = await t.forward('P120D');
        expect(fired.map((one) => one.at)).toEqual(fired.map((one) => String(one.at)).toSorted());
        expect(fired.map((one) => String(one.id)).toSorted()).toEqual(alarms.map((one) => String(one.id)).toSorted());
        expect(fired.filter((one) => one.kind === 'rung').map((one) => one.level)).toEqual(
          [1, 2, 3, 4, 5].slice(-fired.filter((one) => one.kind === 'rung').length),
        );
        expect((await t.task('a')).overdue).toBe(true);
        expect(await t.forward('P30D')).toEqual([]);
      },
    );
    tries(
      under,
      'custody: every two hours on the last day',
      timed('ld:due="P10D" ld:clock="custody" ld:ladder="custody"'),
      async (t) => {
        const task = await t.task('a');
        const last = task.alarms.filter((one: Json) => one.kind === 'reminder' && one.at.startsWith(task.dueOn));
        expect(last.length).toBeGreaterThanOrEqual(11);
        const answer = await t.act('a', 'suspend', { reason: 'x' });
        expect([403, 409, 422]).toContain(answer.status);
        expect((await t.task('a')).status).toBe('open');
      },
    );
    tries(under, 'hours to the minute', timed('ld:due="PT24H" ld:counting="hours"'), async (t) => {
      const task = await t.task('a');
      expect(Date.parse(task.dueAt) - Date.parse(task.openedAt)).toBe(24 * 3_600_000);
    });
    tries(
      under,
      'an extension moves due date, reminders and ladder together',
      timed('ld:due="P10D" ld:ladder="standard"'),
      async (t) => {
        const before = await t.task('a');
        const answer = await t.act('a', 'extend', { by: 'P10D', reason: 'more time' });
        expect([200, 202], JSON.stringify(answer.body)).toContain(answer.status);
        const after = await t.task('a');
        expect(Date.parse(after.dueAt) - Date.parse(before.dueAt)).toBe(10 * 86_400_000);
        const due = (task: Json) =>
          task.alarms.filter((one: Json) => one.kind !== 'reminder' && !one.firedAt).map((one: Json) => one.at);
        expect(due(after)[0] > due(before)[0]).toBe(true);
        const until = await t.act('a', 'extend', { until: next(after.dueOn) });
        expect(until.status, JSON.stringify(until.body)).toBe(200);
        expect((await t.task('a')).dueOn).toBe(next(after.dueOn));
        const earlier = await t.act('a', 'extend', { until: before.dueOn });
        expect(earlier.status).toBe(422);
        const fired = await t.forward('P40D');
        expect(fired.filter((one) => one.kind === 'due').length).toBeLessThanOrEqual(1);
        expect(fired.find((one) => one.kind !== 'reminder').at.slice(0, 10)).toBe(next(next(after.dueOn)));
        const late = await t.act('a', 'extend', { by: 'P5D' });
        expect([409, 422]).toContain(late.status);
      },
    );
    tries(
      under,
      'suspension stops an internal clock, resumption moves it on',
      timed('ld:due="P10D" ld:ladder="standard"'),
      async (t) => {
        const before = await t.task('a');
        expect((await t.act('a', 'suspend', { reason: 'wait' })).status).toBe(200);
        expect((await t.task('a')).status).toBe('suspended');
        expect(await t.forward('P15D')).toEqual([]);
        const refused = await t.act('a', 'complete', {});
        expect(refused.status).toBe(409);
        expect((await t.act('a', 'resume')).status).toBe(200);
        const after = await t.task('a');
        expect(after.status).toBe('open');
        expect(Date.parse(after.dueAt) - Date.parse(before.dueAt)).toBe(15 * 86_400_000);
        const fired = await t.forward('P12D');
        expect(fired.filter((one) => one.kind === 'reminder').length).toBeGreaterThan(0);
      },
    );
    tries(
      under,
      'a suspended case: internal clocks stop, statutory go on',
      document(
        start() +
          '<parallelGateway id="f"/><userTask id="a" ld:due="P10D"/><userTask id="b" ld:due="P10D" ld:clock="statutory"/>' +
          end() +
          flows('s>f; f>a>e; f>b>e'),
      ),
      async (t) => {
        const [a, b] = [await t.task('a'), await t.task('b')];
        const suspended = await t.client.post(`/cases/${t.id}/suspend`, { reason: 'x' });
        expect(suspended.status).toBe(200);
        expect((await t.case()).status).toBe('suspended');
        await t.forward('P5D');
        expect((await t.client.post(`/cases/${t.id}/resume`)).status).toBe(200);
        const [a2, b2] = [await t.task('a'), await t.task('b')];
        expect(b2.dueOn).toBe(b.dueOn);
        expect(Date.parse(a2.dueAt) - Date.parse(a.dueAt)).toBe(5 * 86_400_000);
      },
    );
    tries(
      under,
      'a corrected start day moves what hangs on it',
      document(
        start() +
          '<parallelGateway id="f"/><userTask id="a" ld:due="P10D" ld:from="case-start"/><userTask id="b" ld:due="P10D" ld:from="=date(&quot;2026-11-20&quot;)"/>' +
          end() +
          flows('s>f; f>a>e; f>b>e'),
      ),
      async (t) => {
        expect((await t.task('a')).dueOn).toBe('2026-11-30');
        const preview = await t.client.post(`/cases/${t.id}/start-day?preview=true`, { startsOn: '2026-11-25' });
        expect(preview.status, JSON.stringify(preview.body)).toBe(200);
        expect((await t.task('a')).dueOn).toBe('2026-11-30');
        const moved = await t.client.post(`/cases/${t.id}/start-day`, { startsOn: '2026-11-15' });
        expect(moved.status, JSON.stringify(moved.body)).toBe(200);
        expect((await t.task('a')).dueOn).toBe('2026-11-25');
        expect((await t.task('b')).dueOn).toBe('2026-11-30');
        const bad = await t.client.post(`/cases/${t.id}/start-day`, { startsOn: '2026-02-30' });
        expect(bad.status).toBe(422);
      },
      { startsOn: '2026-11-20' },
    );
    tries(
      under,
      'alarms are armed again when the step is entered again',
      document(
        start() +
          '<userTask id="a" ld:due="P10D" ld:ladder="standard"/><userTask id="b"/><exclusiveGateway id="g" default="g_e"/>' +
          end() +
          flows('s>a>b>g; g>a [again]; g>e'),
      ),
      async (t) => {
        const first = await t.task('a');
        await t.forward('P3D');
        await t.does('a');
        expect(await t.forward('P30D')).toEqual([]);
        await t.does('b', { again: true });
        const second = await t.task('a');
        expect(second.alarms.filter((one: Json) => one.kind !== 'reminder').length).toBe(
          first.alarms.filter((one: Json) => one.kind !== 'reminder').length,
        );
        expect((await t.forward('P12D')).length).toBeGreaterThan(0);
      },
    );
    tries(
      under,
      'due dates of Camunda and of Camunda 8',
      document(
        start() +
          '<parallelGateway id="f"/><userTask id="a" camunda:dueDate="2026-12-24T12:00:00+08:00"/><userTask id="b"><extensionElements><zeebe:taskSchedule dueDate="=when"/></extensionElements></userTask><userTask id="c" flowable:dueDate="P3D"/><userTask id="d" operaton:dueDate="${when}"/>' +
          end() +
          flows('s>f; f>a>e; f>b>e; f>c>e; f>d>e'),
      ),
      async (t) => {
        expect((await t.task('a')).dueAt).toBe('2026-12-24T12:00:00+08:00');
        expect((await t.task('b')).dueAt).toBe('2026-12-25T09:00:00+08:00');
        expect((await t.task('d')).dueAt).toBe('2026-12-25T09:00:00+08:00');
        expect((await t.task('c')).dueAt).not.toBeNull();
      },
      { variables: { when: '2026-12-25T01:00:00Z' } },
    );
    tries(under, 'a wrong period is refused at publication', timed(''), async (t) => {
      for (const attributes of [
        'ld:due="P10X"',
        'ld:due="PT"',
        'ld:due="P10D" ld:counting="lunar"',
        'ld:period="P999"',
        'ld:due="P1M" ld:counting="working"',
        'ld:due="P10D" ld:clock="soft"',
        'ld:due="P10D" ld:roll="back"',
        'ld:due="P10D" ld:ladder="nowhere"',
      ]) {
        const answer = await t.client.publish(timed(attributes));
        expect([attributes, answer.status]).toEqual([attributes, 422]);
        expect(answer.body.defects[0].elementId).toBe('a');
      }
    });
  });
};
