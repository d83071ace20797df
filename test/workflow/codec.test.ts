import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createSecretKey } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultPayloadConverter } from '@temporalio/common';
import { afterAll, describe, expect, it } from 'vitest';
import { ensureKeys, loadKeys } from '../../codec/keys.ts';
import { payloadCodec } from '../../codec/payload-codec.ts';
import { seal, unseal } from '../../codec/seal.ts';

const folder = mkdtempSync(join(tmpdir(), 'liandong-codec-'));
afterAll(() => rmSync(folder, { recursive: true }));
const secondKey = createSecretKey(Buffer.alloc(32, 2));
const inside = (name: string): string => join(folder, name);

describe('keys', () => {
  it('are made once, readable by their owner alone, also when two processes start at once', () => {
    const [one, other] = [ensureKeys(inside('keys')), ensureKeys(inside('keys'))];
    expect(one).toEqual(other);
    expect(loadKeys(inside('keys'))).toEqual(one);
    expect(statSync(inside('keys/payload-keys.json')).mode & 0o777).toBe(0o600);
  });

  it('that are damaged or gone are an error, never made anew', () => {
    expect(() => loadKeys(inside('nowhere'))).toThrow();
    ensureKeys(inside('damaged'));
    writeFileSync(inside('damaged/payload-keys.json'), '{"current":"k2","keys":{"k1":"AAAA"}}');
    expect(() => ensureKeys(inside('damaged'))).toThrow(/k1/);
  });

  it('are versioned: what was sealed with an old key opens while the key is kept', () => {
    const { keys } = ensureKeys(inside('keys'));
    const sealed = seal({ current: 'k1', keys }, Buffer.from('旧'));
    const later = { current: 'k2', keys: { ...keys, k2: secondKey } };
    expect(unseal(later, 'k1', sealed).toString()).toBe('旧');
    expect(() => unseal({ current: 'k2', keys: { k2: secondKey } }, 'k1', sealed)).toThrow('k1');
  });
});

describe('a payload', () => {
  const codec = payloadCodec(ensureKeys(inside('keys')));
  const secret = '王某某 收受礼金 '.repeat(200);

  it('comes back as it was, is smaller where it is long, and shows nothing', async () => {
    const payload = defaultPayloadConverter.toPayload({ secret });
    const [encoded] = await codec.encode([payload]);
    expect(Buffer.from(encoded?.data ?? []).includes(Buffer.from('王某某'))).toBe(false);
    expect(encoded?.data?.length).toBeLessThan((payload.data?.length ?? 0) / 5);
    const [decoded] = await codec.decode(encoded ? [encoded] : []);
    expect(defaultPayloadConverter.fromPayload(decoded ?? {})).toEqual({ secret });
  });

  it('that was changed by one bit does not open', async () => {
    const [encoded] = await codec.encode([defaultPayloadConverter.toPayload('x')]);
    const data = Buffer.from(encoded?.data ?? []);
    data[data.length - 1] = (data[data.length - 1] ?? 0) ^ 1;
    await expect(async () => codec.decode([{ ...encoded, data }])).rejects.toThrow();
  });

  it('of somebody else is left alone', async () => {
    const payload = defaultPayloadConverter.toPayload('plain');
    expect(await codec.decode([payload])).toEqual([payload]);
  });
});
