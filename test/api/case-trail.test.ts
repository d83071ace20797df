import { createHash } from 'node:crypto';
import { readXlsx } from 'hucre/xlsx';
import { fromBuffer } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casePeopleSchema } from '../../apps/api/case-people/people.controller.ts';
import { journalSchema, verifiedJournalSchema } from '../../apps/api/case-trail/trail.schema.ts';
import { bpmn, end, flows, process, start, user } from '../support/bpmn.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { password } from './city.ts';
import { openCase, publish, stepAt, twoSteps } from './procedures.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await publish(api, twoSteps('Steps'));
  const asked = user('asked', { name: '反馈', 'ld:role': 'unit.head', 'ld:agency': 'unit1' });
  await publish(api, bpmn(process('Asked', start('s'), asked, end('e'), flows('s>asked>e'))));
});
afterAll(() => api.stop());

describe('the trail of a case', () => {
  it('is a chain that anybody can check, and that tells when it was changed', async () => {
    const opened = await openCase(api, 'insp.office', 'Steps');
    await api.post('cdi.intake', `/tasks/${stepAt(opened, 'intake')}/claim`);
    const { items } = (await api.get('insp.office', `/cases/${opened.id}/journal`)).read(journalSchema);
    expect(items.map(({ kind, actor }) => [kind, actor])).toEqual([
      ['start', 'insp.office'],
      ['claimTask', 'cdi.intake'],
    ]);
    for (const { canonical, hash } of items) expect(createHash('sha256').update(canonical).digest('hex')).toBe(hash);
    expect(items[1]?.previousHash).toBe(items[0]?.hash);
    const check = async () =>
      (await api.get('cdi.intake', `/cases/${opened.id}/journal/verification`)).read(verifiedJournalSchema);
    expect(await check()).toMatchObject({ sound: true, steps: 2, head: items[1]?.hash, fault: null });
    await api.system.rows(`update journal set actor = 'somebody' where case_id = '${opened.id}' and seq = 2`);
    expect(await check()).toMatchObject({ sound: false, fault: { table: 'journal' } });
  });

  it('names who has had what in hand, and whom steps are offered to', async () => {
    const opened = await openCase(api, 'insp.office', 'Steps');
    const people = async () => (await api.get('supervisor', `/cases/${opened.id}/people`)).read(casePeopleSchema);
    expect(await people()).toMatchObject({
      people: [{ user: 'insp.office', opened: true, steps: [] }],
      offered: [{ role: 'cdi.intake', agency: 'cdi', name: '受理' }],
    });
    await api.post('cdi.intake', `/tasks/${stepAt(opened, 'intake')}/complete`, { outcome: 'accept' });
    const after = await people();
    expect(after.people.find(({ user: who }) => who === 'cdi.intake')?.steps).toMatchObject([
      { name: '受理', status: 'completed', outcome: 'accept' },
    ]);
  });

  it('is not for a supervised unit, which sees its own steps only', async () => {
    const { id } = await openCase(api, 'insp.office', 'Asked');
    for (const path of ['journal', 'journal/verification', 'file.zip'])
      expect([path, (await api.get('unit1.head', `/cases/${id}/${path}`)).status]).toEqual([path, 403]);
    expect((await api.get('unit2.head', `/cases/${id}/people`)).status).toBe(404);
  });
});

it('a case goes out whole: data, story, ledgers, chain, attachments, and a sum of each', async () => {
  const opened = await openCase(api, 'insp.office', 'Steps', { variables: { note: '要点' } });
  for (const content of ['第一版', '第二版']) {
    const form = new FormData();
    form.append('file', new Blob([content]), '证据.txt');
    await api.post('insp.office', `/attachments?caseId=${opened.id}`, form);
  }
  await api.post('cdi.intake', `/tasks/${stepAt(opened, 'intake')}/complete`, {
    outcome: 'accept',
    comment: '同意受理',
  });
  const files = await unzipped(await download('insp.office', `/cases/${opened.id}/file.zip`));
  expect([...files.keys()].toSorted()).toEqual(
    [
      'SHA256SUMS.txt',
      '台账.json',
      '日志.jsonl',
      '案件.json',
      '经过.xlsx',
      '说明.txt',
      '附件/证据.txt',
      '附件/证据（2）.txt',
    ].toSorted(),
  );
  const sums = files.get('SHA256SUMS.txt')?.toString('utf8').trim().split('\n') ?? [];
  expect(sums).toHaveLength(files.size - 1);
  for (const line of sums) {
    const [sum, name = ''] = line.split('  ');
    expect([
      name,
      createHash('sha256')
        .update(files.get(name) ?? '')
        .digest('hex'),
    ]).toEqual([name, sum]);
  }
  expect(JSON.parse(files.get('案件.json')?.toString('utf8') ?? '')).toMatchObject({ variables: { note: '要点' } });
  const { sheets } = await readXlsx(new Uint8Array(files.get('经过.xlsx') ?? []));
  const [head, ...story] = sheets[0]?.rows ?? [];
  expect(head?.slice(0, 3)).toEqual(['时间', '事项', '环节']);
  expect(story.find((row) => row[1] === '办结')).toMatchObject(expect.arrayContaining(['受理', 'accept', '同意受理']));
});

async function download(as: string, path: string): Promise<Buffer> {
  const login = await api.post(null, '/auth/login', { username: as, password });
  const { accessToken } = JSON.parse(login.text) as { accessToken: string };
  const answer = await fetch(`${api.address}${path}`, { headers: { authorization: `Bearer ${accessToken}` } });
  expect(answer.headers.get('content-type')).toBe('application/zip');
  return Buffer.from(await answer.arrayBuffer());
}

function unzipped(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  return new Promise((resolve, reject) => {
    const files = new Map<string, Buffer>();
    fromBuffer(bytes, { lazyEntries: true }, (error: Error | null, zip?: ZipFile) => {
      if (!zip) return reject(error);
      zip.on('entry', (entry: Entry) =>
        zip.openReadStream(entry, (fault, stream) => {
          if (!stream) return reject(fault);
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            files.set(entry.fileName, Buffer.concat(chunks));
            zip.readEntry();
          });
        }),
      );
      zip.on('end', () => resolve(files));
      zip.readEntry();
    });
  });
}
