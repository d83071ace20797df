import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ledgerSchema } from '../../apps/api/ledgers/ledger.schema.ts';
import { documentsSchema } from '../../apps/api/history/history.schema.ts';
import { bpmn, end, flows, process, start, user } from '../support/bpmn.ts';
import { readXlsx } from 'hucre/xlsx';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { password } from './city.ts';
import { openCase, publish, stepAt } from './procedures.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
  const step = { 'ld:records': 'item:items', 'ld:letter': '整改通知书' };
  await publish(
    api,
    bpmn(process('Records', start('s'), user('a', step), user('b', step), end('e'), flows('s>a>b>e'))),
  );
});
afterAll(() => api.stop());

describe('a ledger', () => {
  it('gathers the records of every case in the circle, each with its case', async () => {
    const opened = await openCase(api, 'insp.office', 'Records');
    const items = [
      { title: '超标准接待', status: 'open', unit: 'unit1' },
      { title: '公车私用', status: 'open', unit: 'unit2' },
    ];
    await api.post('insp.office', `/tasks/${stepAt(opened, 'a')}/complete`, { variables: { items } });
    const ledger = (await api.get('insp.office', '/ledgers/item')).read(ledgerSchema);
    expect(ledger.items.map(({ caseNumber, status, data }) => [caseNumber, status, data['title']])).toEqual(
      expect.arrayContaining([
        [opened.number, 'open', '超标准接待'],
        [opened.number, 'open', '公车私用'],
      ]),
    );
    expect((await api.get('fin.staff', '/ledgers/item')).read(ledgerSchema)).toMatchObject({ items: [], total: 0 });
    const { letters } = (await api.get('insp.office', `/cases/${opened.id}/documents`)).read(documentsSchema);
    expect(letters.map(({ type, status }) => [type, status])).toEqual([['整改通知书', 'to-be-issued']]);
  });

  it('goes out as a spreadsheet of what one may see', async () => {
    const sheet = async (as: string) => {
      const { accessToken } = JSON.parse((await api.post(null, '/auth/login', { username: as, password })).text) as {
        accessToken: string;
      };
      const answer = await fetch(`${api.address}/ledgers/item.xlsx`, {
        headers: { authorization: `Bearer ${accessToken}` },
      });
      const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()));
      return sheets[0]?.rows ?? [];
    };
    const [head = [], ...rows] = await sheet('insp.office');
    expect(head.slice(0, 3)).toEqual(['编号', '状态', '单位']);
    expect(rows.map((row) => row[head.indexOf('案件')])).toEqual(['某单位问题线索', '某单位问题线索']);
    expect((await sheet('fin.staff')).slice(1)).toEqual([]);
  });

  it('pages and filters by status', async () => {
    const first = (await api.get('insp.office', '/ledgers/item?limit=1')).read(ledgerSchema);
    const second = (await api.get('insp.office', `/ledgers/item?limit=1&cursor=${first.nextCursor}`)).read(
      ledgerSchema,
    );
    expect(first.items[0]?.id).not.toBe(second.items[0]?.id);
    expect((await api.get('insp.office', '/ledgers/item?status=closed')).read(ledgerSchema).total).toBe(0);
  });
});
