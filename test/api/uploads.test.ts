import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uploadSchema } from '../../apps/api/uploads/upload.schema.ts';
import type { Upload } from '../../apps/api/uploads/upload.schema.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { password } from './city.ts';
import { openCase, publish, twoSteps } from './procedures.ts';

let api: Api;
let caseId: string;
beforeAll(async () => {
  api = await startApi();
  await publish(api, twoSteps('Steps'));
  ({ id: caseId } = await openCase(api, 'insp.office', 'Steps'));
});
afterAll(() => api.stop());

const content = randomBytes(300_000);
const bytes = { 'content-type': 'application/octet-stream' };
const begin = async (size = content.length, name = '证据清单.xlsx'): Promise<Upload> =>
  (await api.post('insp.office', '/uploads', { name, size, caseId })).read(uploadSchema);
const put = (id: string, offset: number, piece: Uint8Array, as = 'insp.office', headers = {}) =>
  api.send(as, 'PUT', `/uploads/${id}?offset=${offset}`, piece, { ...bytes, ...headers });

describe('a file in pieces', () => {
  it('becomes an attachment of the case with its last piece, byte for byte', async () => {
    const { id, offset } = await begin();
    expect(offset).toBe(0);
    expect((await put(id, 0, content.subarray(0, 100_000))).read(uploadSchema).offset).toBe(100_000);
    const whole = (await put(id, 100_000, content.subarray(100_000))).read(uploadSchema);
    expect(whole.attachment).toMatchObject({
      name: '证据清单.xlsx',
      size: content.length,
      caseId,
      hash: createHash('sha256').update(content).digest('hex'),
    });
    expect((await api.get('insp.office', `/uploads/${id}`)).status).toBe(404);
    const { text } = await api.get('cdi.intake', `/attachments/${whole.attachment?.id}`);
    expect(JSON.parse(text)).toMatchObject({ name: '证据清单.xlsx' });
  });

  it('goes on where it stopped when it is chosen again, also after a piece broke off in the middle', async () => {
    const { id } = await begin(content.length, '断线.bin');
    await put(id, 0, content.subarray(0, 50_000));
    await brokenOff(id, 50_000, content.subarray(50_000, 120_000));
    // What arrived of the broken piece may be written a moment later: then the next one is refused, and one asks again.
    const goOn = async () => {
      const again = await begin(content.length, '断线.bin');
      expect(again.id).toBe(id);
      expect(again.offset).toBeGreaterThanOrEqual(50_000);
      return put(id, again.offset, content.subarray(again.offset));
    };
    let answer = await goOn();
    while (answer.code === 'OFFSET_MISMATCH') answer = await goOn();
    const whole = answer.read(uploadSchema);
    expect(whole.attachment?.hash).toBe(createHash('sha256').update(content).digest('hex'));
  });

  it('gives the same answer to the same last piece, should the first answer have been lost', async () => {
    const { id } = await begin(10, '回答丢失.txt');
    const key = { 'idempotency-key': `${id}-0` };
    const first = await put(id, 0, content.subarray(0, 10), 'insp.office', key);
    expect(JSON.parse((await put(id, 0, content.subarray(0, 10), 'insp.office', key)).text)).toEqual(
      JSON.parse(first.text),
    );
  });

  it('may be empty', async () => {
    const { id } = await begin(0, '空.txt');
    expect((await put(id, 0, new Uint8Array())).read(uploadSchema).attachment?.size).toBe(0);
  });

  it('is its sender’s alone, and gone when it is taken back', async () => {
    const { id } = await begin(20, '撤回.txt');
    for (const [method, body] of [
      ['GET', undefined],
      ['DELETE', undefined],
    ] as const)
      expect((await api.send('cdi.intake', method, `/uploads/${id}`, body)).status).toBe(404);
    expect((await put(id, 0, content.subarray(0, 20), 'cdi.intake')).status).toBe(404);
    expect((await api.send('insp.office', 'DELETE', `/uploads/${id}`)).status).toBe(200);
    expect((await put(id, 0, content.subarray(0, 20))).status).toBe(404);
  });

  it.each([
    [
      'a piece that is not the next',
      () => begin(20, 'a').then(({ id }) => put(id, 7, content.subarray(0, 3))),
      409,
      'OFFSET_MISMATCH',
    ],
    [
      'more than was announced',
      () => begin(5, 'b').then(({ id }) => put(id, 0, content.subarray(0, 9))),
      413,
      'TOO_LARGE',
    ],
    [
      'a file beyond the limit',
      () => api.post('insp.office', '/uploads', { name: 'c', size: 300_000_000 }),
      413,
      'TOO_LARGE',
    ],
    [
      'a case outside the circle',
      () => api.post('fin.staff', '/uploads', { name: 'd', size: 1, caseId }),
      404,
      'NOT_FOUND',
    ],
    [
      'a piece that is JSON',
      () => begin(5, 'e').then(({ id }) => api.send('insp.office', 'PUT', `/uploads/${id}?offset=0`, {})),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
  ])('refuses %s', async (_, send, status, code) => {
    const answer = await send();
    expect([answer.status, answer.code]).toEqual([status, code]);
  });
});

/** Sends half of what it announces and hangs up. */
async function brokenOff(id: string, offset: number, piece: Uint8Array): Promise<void> {
  const login = await api.post(null, '/auth/login', { username: 'insp.office', password });
  const { accessToken } = JSON.parse(login.text) as { accessToken: string };
  await new Promise<void>((done) => {
    const sending = request(`${api.address}/uploads/${id}?offset=${offset}`, {
      method: 'PUT',
      headers: { ...bytes, authorization: `Bearer ${accessToken}`, 'content-length': piece.length },
    });
    sending.on('error', () => done());
    sending.write(piece.subarray(0, piece.length / 2), () => setTimeout(() => sending.destroy(), 50));
    sending.on('close', () => done());
  });
}
