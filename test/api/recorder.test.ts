import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseSchema } from '../../apps/api/cases/case.schema.ts';
import { ledgerSchema } from '../../apps/api/ledgers/ledger.schema.ts';
import { mechanismSchema } from '../../apps/api/mechanisms/mechanism.schema.ts';
import { civilDateOf } from '../../domain/civil-date.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { openCase, publish, stepAt } from './procedures.ts';

const recorder = 'unit2.head';
const shipped = (key: string): string =>
  readFileSync(new URL(`../../definitions/processes/${key}.bpmn`, import.meta.url), 'utf8');

let api: Api;
let parent: string;
let child: string;
const seen = async (id: string) => (await api.get('unit1.head', `/cases/${id}`)).read(caseSchema);

beforeAll(async () => {
  api = await startApi();
  for (const key of ['ChaShouChuZhi', 'ChaShouGanYu']) await publish(api, shipped(key));
  const today = civilDateOf(Date.now());
  const variables = { unit: 'unit1', occurredOn: today, aboutHead: false };
  const opened = await openCase(api, recorder, 'ChaShouGanYu', { title: `${recorder} 的记录`, variables });
  parent = opened.id;
  await api.post(recorder, `/tasks/${stepAt(opened, 'CS_RECORD')}/complete`, {
    variables: {
      who: '某甲',
      post: '副局长',
      rank: '县处级副职',
      matter: '工程项目',
      act: '打听案情、说情',
      occurredOn: today,
      words: '要求关照',
      truthful: true,
    },
  });
  const received = await seen(parent);
  await api.post('unit1.head', `/tasks/${stepAt(received, 'CS_RECEIVE')}/complete`, {
    variables: { receivedOn: today, keptSealed: true },
  });
  const [found] = await api.system.rows<{ id: string }>(`select id from case_view where parent_id = '${parent}'`);
  child = found?.id ?? '';
});
afterAll(() => api.stop());

describe('who records meddling', () => {
  it('may be of a supervised unit, which opens nothing else', async () => {
    const { procedures } = (await api.get(recorder, '/mechanisms/M11')).read(mechanismSchema);
    expect(procedures.filter(({ opens }) => opens).map(({ key }) => key)).toEqual(['ChaShouGanYu']);
    expect((await api.post(recorder, '/cases', { definitionKey: 'ChaShouChuZhi', title: '自立' })).code).toBe(
      'FORBIDDEN',
    );
  });

  it('cannot be named in the title: the case bears the name of its procedure', async () => {
    const { title } = (await api.get(recorder, `/cases/${parent}`)).read(caseSchema);
    expect(title).toBe('插手干预记录报告');
  });

  it.each(['', '/timeline', '/documents'])('is not named in the case that deals with it: %s', async (part) => {
    const { status, text } = await api.get('unit1.head', `/cases/${child}${part}`);
    expect(status).toBe(200);
    expect(text).not.toContain(recorder);
  });

  it('does not see how it is dealt with, and nobody else sees who recorded it', async () => {
    expect((await api.get(recorder, `/cases/${child}`)).status).toBe(404);
    for (const other of ['insp.team1', 'audit.staff', 'cdi.style', 'insp.office']) {
      expect((await api.get(other, `/cases/${parent}`)).status).toBe(404);
    }
  });

  it('is in no ledger', async () => {
    const answer = await api.get('unit1.head', '/ledgers/meddling');
    expect(answer.read(ledgerSchema).items).toMatchObject([{ status: 'sealed', data: { who: '某甲' } }]);
    expect(answer.text).not.toContain(recorder);
  });

  it('holds the digest of what was handed in', async () => {
    const { variables } = (await api.get(recorder, `/cases/${parent}`)).read(caseSchema);
    expect(variables['digest']).toMatch(/^[0-9a-f]{64}$/);
  });
});
