import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Converter } from '../../apps/api/attachments/converter.ts';
import type { Settings } from '../../apps/api/settings.ts';
import { attachmentSchema } from '../../apps/api/attachments/attachment.schema.ts';
import { documentsSchema } from '../../apps/api/history/history.schema.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { openCase, ownStep, publish } from './procedures.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await publish(api, ownStep('Own'));
});
afterAll(() => api.stop());

const upload = (as: string, content: BlobPart, name: string, query = '') => {
  const form = new FormData();
  form.append('file', new Blob([content]), name);
  return api.post(as, `/attachments${query}`, form);
};
const files = () => readdirSync(join(api.home, 'files'));

describe('an attachment', () => {
  it('is stored by the hash of its content, once', async () => {
    const content = '谈话笔录'.repeat(50_000);
    const hash = createHash('sha256').update(content).digest('hex');
    const [one, two] = [
      await upload('cdi.intake', content, '笔录.txt'),
      await upload('cdi.intake', content, '副本.txt'),
    ];
    expect(one.status).toBe(201);
    expect(one.read(attachmentSchema)).toMatchObject({ hash, size: Buffer.byteLength(content), name: '笔录.txt' });
    expect(two.read(attachmentSchema).id).not.toBe(one.read(attachmentSchema).id);
    expect(files()).toEqual([hash]);
  });

  it('comes back whole, as a download that no browser shows as a page', async () => {
    const { id } = (await upload('cdi.intake', '<script>alert(1)</script>', '../../页面.html')).read(attachmentSchema);
    const back = await api.get('cdi.intake', `/attachments/${id}/content`);
    expect(back.text).toBe('<script>alert(1)</script>');
    expect(back.headers.get('content-type')).toBe('application/octet-stream');
    expect(back.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[^/]+$/);
    expect(back.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('without a case is its uploader’s alone; of a case the circle’s', async () => {
    const own = (await upload('cdi.intake', 'a', 'a.txt')).read(attachmentSchema);
    expect((await api.get('cdi.intake2', `/attachments/${own.id}`)).status).toBe(404);
    const { id } = await openCase(api, 'cdi.intake', 'Own');
    const shared = (await upload('cdi.intake', 'b', 'b.txt', `?caseId=${id}`)).read(attachmentSchema);
    expect((await api.get('supervisor', `/attachments/${shared.id}`)).status).toBe(200);
    expect((await api.get('fin.staff', `/attachments/${shared.id}`)).status).toBe(404);
    const { attachments } = (await api.get('cdi.intake', `/cases/${id}/documents`)).read(documentsSchema);
    expect(attachments.map(({ name }) => name)).toEqual(['b.txt']);
  });

  it.each([
    ['意见.txt', '同意立项', 'text', 'text/plain; charset=utf-8'],
    ['旧系统.csv', new Uint8Array([0xd0, 0xd5, 0xc3, 0xfb]), 'text', 'text/plain; charset=utf-8'],
    ['现场.PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 'image', 'image/png'],
    ['移送书.pdf', '%PDF-1.7', 'pdf', 'application/pdf'],
  ])('is looked at as what it is, and can do nothing then: %s', async (name, content, view, type) => {
    const sent = (await upload('cdi.intake', content, name)).read(attachmentSchema);
    expect(sent).toMatchObject({ view, viewable: true });
    const seen = await api.get('cdi.intake', `/attachments/${sent.id}/view`);
    expect(seen.headers.get('content-type')).toBe(type);
    expect(seen.headers.get('content-security-policy')).toContain('sandbox');
    expect(seen.headers.get('x-content-type-options')).toBe('nosniff');
    if (name === '旧系统.csv') expect(seen.text).toBe('姓名');
    expect((await api.get('cdi.intake2', `/attachments/${sent.id}/view`)).status).toBe(404);
  });

  it.each(['页面.html', '图.svg', '程序.exe', '没有扩展名'])(
    'is only downloaded where it might run: %s',
    async (name) => {
      const { id, view } = (await upload('cdi.intake', '<script>alert(1)</script>', name)).read(attachmentSchema);
      expect(view).toBe('none');
      const answer = await api.get('cdi.intake', `/attachments/${id}/view`);
      expect([answer.status, answer.code]).toEqual([422, 'NOT_VIEWABLE']);
    },
  );

  it('of an office program is looked at as PDF where LibreOffice is there, and said not to be where it is not', async () => {
    const { id, viewable } = (await upload('cdi.intake', '{\\rtf1 Hello}', '函.rtf')).read(attachmentSchema);
    const answer = await api.get('cdi.intake', `/attachments/${id}/view`);
    if (viewable) expect(answer.text).toMatch(/^%PDF/);
    else expect([answer.status, answer.code]).toEqual([501, 'NO_CONVERTER']);
  });

  it('cannot be put into a case outside the circle, and leaves nothing', async () => {
    const { id } = await openCase(api, 'cdi.intake', 'Own');
    const before = [await api.counts(), files()];
    expect((await upload('fin.staff', '新的内容', 'x.txt', `?caseId=${id}`)).status).toBe(404);
    expect([await api.counts(), files()]).toEqual(before);
  });

  it('is refused when nothing is in it', async () => {
    expect((await api.post('cdi.intake', '/attachments', new FormData())).status).toBeGreaterThanOrEqual(400);
  });
});

it.each(['/bin/false', '/bin/true'])(
  'NOT_CONVERTED: a document that %s makes no PDF of is not shown',
  async (program) => {
    const before = process.env['LIANDONG_SOFFICE'];
    process.env['LIANDONG_SOFFICE'] = program;
    try {
      const converter = new Converter({ home: api.home } as Settings);
      const document = { path: '/etc/hostname', hash: 'none', name: '函.rtf' };
      await expect(converter.pdfOf(document)).rejects.toMatchObject({ code: 'NOT_CONVERTED' });
    } finally {
      if (before === undefined) delete process.env['LIANDONG_SOFFICE'];
      else process.env['LIANDONG_SOFFICE'] = before;
    }
  },
);
