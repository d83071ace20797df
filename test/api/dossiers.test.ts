import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { looksSchema } from '../../apps/api/access-log/access-log.schema.ts';
import { caseSchema } from '../../apps/api/cases/case.schema.ts';
import {
  dossierListSchema,
  dossierRulesSchema,
  dossierSchema,
  grantListSchema,
  lookListSchema,
  strayListSchema,
  writtenLineSchema,
} from '../../apps/api/dossiers/dossier.schema.ts';
import { portraitSchema } from '../../apps/api/portraits/portrait.schema.ts';
import { bpmn, end, flows, process, script, service, start, user } from '../support/bpmn.ts';
import { until } from '../support/product.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { openCase, publish, stepAt } from './procedures.ts';
import { register } from './registry.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await register(api);
  for (const person of ['cdi.intake', 'unit1.head'])
    await api.post('supervisor', '/dossier-office/keepers', { person });
  await publish(api, leaving);
  await publish(api, readRequest);
});
afterAll(() => api.stop());

/** Judges a clue and leaves a line in the dossier of whoever is named. */
const leaving = bpmn(
  process(
    'Leaving',
    { name: '线索处置' },
    start('s'),
    user('judge', { name: '处置' }),
    script(
      'left',
      `[{ id: "clue", subject: subject, section: "clue", text: "线索了结：" + opinion, form: "第一种形态", document: "纪函〔2026〕1号" }]`,
      'lines',
      { name: '记入档案', 'ld:records': 'dossier:lines' },
    ),
    user('file', { name: '归档' }),
    end('e'),
    flows('s>judge>left>file>e'),
  ),
);

/** A leave to read, given at once. */
const readRequest = bpmn(
  process(
    'ReadRequest',
    start('s'),
    service('grant', {
      'ld:activity': 'dossier.grant',
      'ld:input': 'readers; subjects; sections; purpose="选拔任用"; days=5; approvedBy="supervisor"',
      'ld:resultVariable': 'granted',
    }),
    user('read'),
    end('e'),
    flows('s>grant>read>e'),
  ),
);

async function leave(subject: unknown, opinion = '反映不实'): Promise<string> {
  const opened = await openCase(api, 'cdi.head', 'Leaving', { variables: { subject } });
  await api.post('cdi.head', `/tasks/${stepAt(opened, 'judge')}/complete`, { variables: { opinion } });
  return opened.id;
}
const rowsOf = async (table: string) =>
  (await api.system.rows<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n ?? 0;
const filed = (count: number) => until(async () => (await rowsOf('dossier_line')) >= count);
const read = async (as: string, subject: string, query = '') =>
  (await api.get(as, `/dossiers/${subject}${query}`)).read(dossierSchema);
const grant = async (readers: string[], subjects: string[], sections: string[] | null = null) => {
  const opened = await openCase(api, 'cdi.head', 'ReadRequest', { variables: { readers, subjects, sections } });
  return (await api.get('cdi.head', `/cases/${opened.id}`)).read(caseSchema);
};

describe('what a procedure leaves', () => {
  it('is in the dossier with the case, the step, the document and who made it, without a line of code', async () => {
    const caseId = await leave('head2');
    await filed(1);
    const { lines, as } = await read('cdi.intake', 'cadre/head2');
    expect(as).toBe('keeper');
    expect(lines).toMatchObject([
      {
        section: 'clue',
        text: '线索了结：反映不实',
        form: '第一种形态',
        document: '纪函〔2026〕1号',
        source: 'case',
        case: { id: caseId, procedure: '线索处置', step: '记入档案' },
        by: { id: 'cdi.head' },
        kind: 'entry',
        replacedBy: null,
      },
    ]);
    expect(Date.parse(lines[0]?.writtenAt ?? '') - Date.parse(lines[0]?.eventAt ?? '')).toBeLessThan(60_000);
  });

  it('that is done again stands beside what it was', async () => {
    const opened = await openCase(api, 'cdi.head', 'Leaving', { variables: { subject: 'unit2' } });
    await api.post('cdi.head', `/tasks/${stepAt(opened, 'judge')}/complete`, { variables: { opinion: '一' } });
    const now = (await api.get('cdi.head', `/cases/${opened.id}`)).read(caseSchema);
    await api.post('cdi.head', `/tasks/${stepAt(now, 'file')}/return`, { toElementId: 'judge', siblings: 'cancel' });
    const again = (await api.get('cdi.head', `/cases/${opened.id}`)).read(caseSchema);
    await api.post('cdi.head', `/tasks/${stepAt(again, 'judge')}/complete`, { variables: { opinion: '二' } });
    await filed(3);
    const { lines, openedOn } = await read('cdi.intake', 'unit/unit2');
    expect(openedOn).not.toBeNull();
    expect(lines.map(({ text, kind, replacedBy }) => [text, kind, replacedBy !== null])).toEqual([
      ['线索了结：二', 'correction', false],
      ['线索了结：一', 'entry', true],
    ]);
    expect((await read('cdi.intake', 'unit/unit2', '?history=false')).lines.map(({ text }) => text)).toEqual([
      '线索了结：二',
    ]);
  });

  it('about somebody whom nobody registered waits for the keeper to find out who is meant', async () => {
    await leave(['某副科长', 'head2']);
    await filed(5);
    const { strays } = (await api.get('cdi.intake', '/dossier-office')).read(dossierRulesSchema);
    expect(strays).toBe(1);
    const { items } = (await api.get('cdi.intake', '/dossier-office/strays')).read(strayListSchema);
    expect(items).toMatchObject([{ named: '某副科长', section: 'clue' }]);
    const assign = (subject: string) =>
      api.post('cdi.intake', `/dossier-office/strays/${encodeURIComponent(items[0]?.id ?? '')}/assign`, {
        kind: 'cadre',
        subject,
      });
    expect((await assign('nobody')).code).toBe('NOT_REGISTERED');
    expect((await assign('head1')).status).toBe(200);
    expect((await assign('head1')).status).toBe(404);
    expect((await read('cdi.intake', 'cadre/head1')).lines).toHaveLength(1);
  });

  it('in a trial is left nowhere', async () => {
    const before = await rowsOf('dossier_line');
    const trial = (
      await api.post('designer', '/trials', { definitionKey: 'Leaving', variables: { subject: 'head2' } })
    ).read(caseSchema.partial());
    await api.post('designer', `/tasks/${(trial.openTasks ?? [])[0]?.id}/complete`, { variables: { opinion: '试' } });
    expect(await api.system.rows(`select from outbox where kind = 'dossier' and trial`)).toEqual([]);
    expect(await rowsOf('dossier_line')).toBe(before);
  });

  it('can never be changed or deleted, not even in the database', async () => {
    for (const sql of [`update dossier_line set text = '无'`, 'delete from dossier_line', 'delete from dossier_look'])
      await expect(api.system.rows(sql)).rejects.toThrow(/append-only/);
  });
});

describe('a dossier', () => {
  it.each([
    'cdi.head',
    'supervisor',
    'audit.staff',
    'insp.office',
    'unit2.head',
    'sysadmin',
    'secadmin',
    'auditadmin',
    'designer',
  ])('does not exist for %s, who has no leave', async (as) => {
    for (const path of ['/dossiers/cadre/head1', '/dossiers/unit/unit2']) {
      const answer = await api.get(as, path);
      expect([path, answer.status < 500 && answer.status >= 403]).toEqual([path, true]);
      expect(answer.text).not.toContain('线索了结');
    }
    expect((await api.get(as, '/dossiers?kind=unit')).text).not.toContain('水务局');
  });

  it('shows its subject what is open to him, and never a clue, whatever his office', async () => {
    await api.post('cdi.intake', '/dossiers/cadre/head1/lines', {
      section: 'talk',
      text: '任前谈话',
      on: '2026-02-01',
    });
    const own = await read('unit1.head', 'cadre/head1');
    expect([own.as, own.lines.map(({ text }) => text), own.together]).toEqual(['subject', ['任前谈话'], []]);
    expect(own.sections).not.toContain('clue');
    // unit1.head keeps dossiers, but not his own.
    expect((await read('unit1.head', 'cadre/head2')).as).toBe('keeper');
    for (const [path, body] of [
      ['lines', { section: 'talk', text: '自我表扬', on: '2026-02-01' }],
      ['seal', { reason: '无' }],
    ] as const)
      expect((await api.post('unit1.head', `/dossiers/cadre/head1/${path}`, body)).status).toBe(403);
    expect((await api.get('unit1.head', '/dossiers/cadre/head1/looks')).status).toBe(403);
  });

  it('is read by whoever has leave, for its sections and its time, and two together where the rule says so', async () => {
    await grant(['audit.staff', 'insp.office'], ['mayor', 'unit2'], ['clue', 'finding']);
    const alone = await read('audit.staff', 'unit/unit2');
    expect([alone.as, alone.sections, alone.together]).toEqual(['grant', ['finding'], ['clue']]);
    expect(alone.lines).toEqual([]);
    const { items } = (await api.get('audit.staff', '/dossier-office/grants')).read(grantListSchema);
    const [mine] = items;
    expect(mine).toMatchObject({
      purpose: '选拔任用',
      inForce: true,
      readers: [{ id: 'audit.staff' }, { id: 'insp.office' }],
    });
    expect((await api.post('audit.staff', `/dossier-office/grants/${mine?.id}/join`)).code).toBe('NOBODY_WAITS');
    (await api.post('audit.staff', `/dossier-office/grants/${mine?.id}/begin`)).read(writtenLineSchema);
    expect((await api.post('audit.staff', `/dossier-office/grants/${mine?.id}/join`)).code).toBe('NOBODY_WAITS');
    expect((await api.post('fin.staff', `/dossier-office/grants/${mine?.id}/join`)).status).toBe(404);
    expect((await api.post('insp.office', `/dossier-office/grants/${mine?.id}/join`)).status).toBe(201);
    for (const reader of ['audit.staff', 'insp.office'])
      expect((await read(reader, 'unit/unit2')).lines.map(({ section }) => section)).toContain('clue');
    const index = (await api.get('audit.staff', '/dossiers?kind=unit')).read(dossierListSchema);
    expect(index.items.map(({ id }) => id)).toEqual(['unit2']);
    expect((await api.post('supervisor', `/dossier-office/grants/${mine?.id}/revoke`)).status).toBe(200);
    expect((await api.get('audit.staff', '/dossiers/unit/unit2')).status).toBe(404);
    expect((await api.post('audit.staff', `/dossier-office/grants/${mine?.id}/begin`)).code).toBe('GRANT_OVER');
  });

  it('is given in the name of whoever approved it in its case, not of an office', async () => {
    const asked = {
      'ld:activity': 'dossier.grant',
      'ld:input': 'readers; subjects; purpose="核实"; approval="approve"',
    };
    const steps = [start('s'), user('approve'), service('grant', asked), user('read'), end('e')];
    await publish(api, bpmn(process('Approved', ...steps, flows('s>approve>grant>read>e'))));
    const variables = { readers: ['audit.staff'], subjects: ['unit2'] };
    const opened = await openCase(api, 'cdi.head', 'Approved', { variables });
    expect((await api.post('cdi.head', `/tasks/${stepAt(opened, 'approve')}/complete`, {})).status).toBe(200);
    const { items } = (await api.get('audit.staff', '/dossier-office/grants')).read(grantListSchema);
    expect(items.find(({ caseId }) => caseId === opened.id)?.approvedBy).toMatchObject({ id: 'cdi.head' });
  });

  it('of a head is read by two together whatever the section', async () => {
    await grant(['fin.staff', 'insp.office'], ['head2']);
    const alone = await read('fin.staff', 'cadre/head2');
    expect([alone.sections, alone.together.length > 5]).toEqual([[], true]);
  });

  it('is not opened to whoever has to step back, with an incident that says why', async () => {
    const { incidents } = await grant(['unit2.head'], ['head2']);
    expect(incidents).toMatchObject([{ message: expect.stringContaining('RECUSED') as unknown }]);
    expect((await api.get('unit2.head', '/dossiers/cadre/head2')).read(dossierSchema).as).toBe('subject');
  });

  it('keeps every look: who, with whom, at what and for what; the subject never learns of them', async () => {
    const { items } = (await api.get('supervisor', '/dossiers/unit/unit2/looks')).read(lookListSchema);
    expect(items.map(({ person, with: other, as, purpose }) => [person.id, other?.id ?? null, as, purpose])).toEqual(
      expect.arrayContaining([
        ['insp.office', 'audit.staff', 'grant', '选拔任用'],
        ['audit.staff', 'insp.office', 'grant', '选拔任用'],
        ['audit.staff', null, 'grant', '选拔任用'],
        ['cdi.intake', null, 'keeper', null],
      ]),
    );
    for (const as of ['unit2.head', 'insp.office', 'auditadmin'])
      expect((await api.get(as, '/dossiers/unit/unit2/looks')).status).toBe(403);
  });

  it('is corrected by a line more, with its reason; what a procedure left only by a procedure', async () => {
    const { lines } = await read('cdi.intake', 'cadre/head1');
    const [talk] = lines.filter(({ section }) => section === 'talk');
    const [clue] = lines.filter(({ section }) => section === 'clue');
    const correct = (line: string | undefined, text: string) =>
      api.post('cdi.intake', `/dossiers/cadre/head1/lines/${encodeURIComponent(line ?? '')}/correct`, {
        text,
        reason: '日期有误',
      });
    expect((await correct(clue?.id, '查无此事')).code).toBe('NOT_THE_KEEPERS');
    expect((await correct(talk?.id, '任前谈话（补记）')).status).toBe(201);
    expect((await correct(talk?.id, '再改一次')).status).toBe(404);
    const after = await read('cdi.intake', 'cadre/head1', '?section=talk');
    expect(after.lines.map(({ text, kind, reason, replacedBy }) => [text, kind, reason, replacedBy !== null])).toEqual([
      ['任前谈话（补记）', 'correction', '日期有误', false],
      ['任前谈话', 'entry', null, true],
    ]);
  });

  it('is opened once and sealed once, and still takes what comes later', async () => {
    const open = () => api.post('cdi.intake', '/dossiers', { kind: 'cadre', subject: 'head2' });
    expect([(await open()).status, (await open()).code]).toEqual([201, 'DOSSIER_EXISTS']);
    const seal = () => api.post('cdi.intake', '/dossiers/cadre/head2/seal', { reason: '退休' });
    expect([(await seal()).status, (await seal()).code]).toEqual([200, 'NOT_OPEN']);
    const before = await rowsOf('dossier_line');
    await leave('head2', '离任后核查');
    await filed(before + 1);
    expect(await read('cdi.intake', 'cadre/head2')).toMatchObject({
      sealReason: '退休',
      lines: [{ text: '线索了结：离任后核查' }, {}, {}],
    });
  });

  it('that should be there and is not is found in the index', async () => {
    const { items } = (await api.get('cdi.intake', '/dossiers?state=missing')).read(dossierListSchema);
    expect(items.map(({ id, missing, dueOn }) => [id, missing, dueOn])).toEqual([
      ['head1', true, '2022-04-01'],
      ['mayor', true, '2022-04-01'],
    ]);
  });

  it('has keepers by name, appointed by the leader in charge alone', async () => {
    for (const as of ['cdi.intake', 'insp.office', 'sysadmin'])
      expect((await api.post(as, '/dossier-office/keepers', { person: 'fin.staff' })).status).toBe(403);
    expect(
      (await api.post('supervisor', '/dossier-office/keepers/unit1.head/dismiss', { until: '2020-01-01' })).read(
        writtenLineSchema.partial(),
      ),
    ).toBeDefined();
    expect((await api.get('unit1.head', '/dossiers/cadre/head2')).status).toBe(200);
  });
});

describe('a portrait', () => {
  const look = (as: string, subject: string, body: object = { reason: '选拔任用前了解' }) =>
    api.post(as, `/dossiers/${subject}/portrait`, body);

  it('brings together dossier, ledgers and what the platform knows, for whoever may read the dossier', async () => {
    for (const ledger of ['item', 'petition', 'meddling'])
      await api.system.rows(
        `insert into record_view (case_id, ledger, id, status, data, agency, element_id, trial, created_at, changed_at)
         select id, $1, 'r1', 'open', '{"unit":"unit2","title":"x"}', 'cdi', 'x', false, now(), now() from case_view where not trial limit 1`,
        [ledger],
      );
    await api.post('supervisor', '/dossier-office/keepers', { person: 'cdi.head' });
    const shown = (await look('cdi.head', 'unit/unit2')).read(portraitSchema);
    expect(shown).toMatchObject({ id: 'unit2', as: 'keeper', platform: true, units: [{ unit: 'unit2', doubts: [] }] });
    expect(shown.lines.map(({ replacedBy }) => replacedBy)).toEqual(shown.lines.map(() => null));
    expect(shown.ledgers).toEqual([{ kind: 'item', total: 1, open: 1, overdue: 0 }]);
    const { units } = (await look('cdi.intake', 'cadre/head2')).read(portraitSchema);
    expect(units.map(({ unit }) => unit)).toEqual(['unit2']);
    expect((await look('unit1.head', 'unit/unit2')).read(portraitSchema)).toMatchObject({
      platform: false,
      units: [],
      ledgers: [],
    });
  });

  it('is written down with its reason before anything is shown', async () => {
    await look('cdi.intake', 'unit/unit2', { reason: '巡察前了解' });
    const { items } = (await api.get('supervisor', '/dossiers/unit/unit2/looks')).read(lookListSchema);
    expect(items[0]).toMatchObject({ person: { id: 'cdi.intake' }, as: 'keeper', purpose: '画像：巡察前了解' });
    const before = await rowsOf('dossier_look');
    for (const reason of ['', ' ', undefined])
      expect([reason, (await look('cdi.intake', 'unit/unit2', { reason })).status]).toEqual([reason, 422]);
    expect(await rowsOf('dossier_look')).toBe(before);
  });

  it.each([
    ['who may not read the dossier', 'insp.office', 'unit/unit2', 404],
    ['of whom nobody knows', 'cdi.intake', 'cadre/nobody', 404],
    ['who administers the system', 'sysadmin', 'unit/unit2', 403],
  ])('is not for somebody %s', async (_, as, subject, status) => {
    const before = await rowsOf('dossier_look');
    expect((await look(as, subject)).status).toBe(status);
    expect(await rowsOf('dossier_look')).toBe(before);
  });

  it('leaves an entry of who was refused, where there is a dossier', async () => {
    await look('fin.staff', 'unit/unit2');
    await api.get('fin.staff', '/dossiers/unit/unit2');
    await api.get('fin.staff', '/dossiers/unit/unit2/looks');
    await api.get('fin.staff', '/dossiers/cadre/nobody');
    const { items } = (await api.get('auditadmin', '/admin/access-log?object=dossier&user=fin.staff')).read(
      looksSchema,
    );
    expect(items.map(({ objectId, refused, route }) => [objectId, refused, route])).toEqual([
      ['unit/unit2', true, 'POST /api/dossiers/:kind/:subject/portrait'],
    ]);
  });

  it('leads to no case that knows who complained or who recorded', async () => {
    await api.system.rows(
      `update case_view set definition_key = 'ChaShouGanYu' where id in (select case_id from dossier_line where subject_id = 'head2')`,
    );
    const { lines } = (await look('cdi.intake', 'cadre/head2')).read(portraitSchema);
    expect(lines.map(({ case: from, by, document }) => [from, by, document])).toEqual(
      lines.map(() => [null, null, null]),
    );
    expect(lines.length).toBeGreaterThan(0);
  });
});

describe('a person who changes posts, a unit that is merged', () => {
  const textsOf = async (subject: string) => (await read('cdi.intake', subject)).lines.map(({ text }) => text);

  it('the dossier goes with the person, and what a unit left stays the unit’s', async () => {
    const entry = async (path: string, body: object) => {
      expect((await api.post('cdi.head', `/registry/${path}`, body)).status).toBeLessThan(300);
    };
    const before = await rowsOf('dossier_line');
    await leave('head1', '任住房局长时');
    await leave('unit1', '住房局撤并前');
    await filed(before + 2);
    const post = { unit: 'garden', title: '局长', rank: 'division-chief', standing: 'head', since: '2026-01-10' };
    await entry('cadres/head1/posts', { ...post, leavingOthers: true });
    await entry('units/unit1/end', { on: '2026-01-31', as: 'merged', successor: 'unit2' });
    await leave('head1', '任园林局长时');
    await leave('unit1', '住房局撤并后');
    await filed(before + 4);

    expect(await textsOf('cadre/head1')).toEqual(
      expect.arrayContaining(['线索了结：任住房局长时', '线索了结：任园林局长时']),
    );
    expect(await textsOf('unit/unit1')).toEqual(
      expect.arrayContaining(['线索了结：住房局撤并前', '线索了结：住房局撤并后']),
    );
    for (const other of ['garden', 'unit2']) {
      const answer = await api.get('cdi.intake', `/dossiers/unit/${other}`);
      expect(answer.text).not.toContain('住房局');
    }
  });
});
