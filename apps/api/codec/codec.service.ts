import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Payload } from '@temporalio/common';
import { ensureKeys } from '../../../codec/keys.ts';
import { payloadCodec } from '../../../codec/payload-codec.ts';
import { CaseError } from '../../../domain/errors.ts';
import { AccessLog } from '../access/access-log.ts';
import type { Caller } from '../access/caller.ts';
import { settingsToken } from '../settings.ts';
import type { Settings } from '../settings.ts';
import { casesNamedIn } from './cases-named.ts';
import type { OpenedPayloads, SentPayload } from './codec.schema.ts';

const encoded = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString('base64');
const decoded = (text: string): Buffer => Buffer.from(text, 'base64');

/** Opens what was sealed for Temporal. Which case it is of is seen only when it is open, so all of them are this reader's. */
@Injectable()
export class CodecService {
  constructor(
    @Inject(AccessLog) private readonly log: AccessLog,
    @Inject(settingsToken) private readonly settings: Settings,
  ) {}

  /** The reading is written down before anything is answered. */
  async open(caller: Caller, payloads: readonly SentPayload[]): Promise<OpenedPayloads> {
    if (caller.recused) throw new CaseError('RECUSED', '您有应当回避的案件，不能查看 Temporal 中的密文');
    const opened = await Promise.all(payloads.map((payload, index) => this.openOne(payload, index)));
    const text = opened.map(({ data }) => Buffer.from(data ?? []).toString()).join('\n');
    const digest = createHash('sha256').update(payloads.map(({ data }) => data).join('\n'));
    await this.log.unsealed(caller, casesNamedIn(text), {
      object: 'payload',
      objectId: digest.digest('hex').slice(0, 16),
      route: 'POST /api/codec/decode',
    });
    return { payloads: opened.map(sent) };
  }

  private async openOne({ metadata, data }: SentPayload, index: number): Promise<Payload> {
    const sealed = {
      metadata: Object.fromEntries(Object.entries(metadata).map(([name, value]) => [name, decoded(value)])),
      data: decoded(data),
    };
    try {
      const [opened] = await payloadCodec(ensureKeys(this.settings.keys)).decode([sealed]);
      if (!opened) throw new Error('nothing came out');
      return opened;
    } catch (error) {
      const defects = [{ code: 'CANNOT_OPEN', path: `payloads.${index}`, message: (error as Error).message }];
      throw new CaseError('CANNOT_OPEN', '密文打不开：密钥不在，或者内容被改过', { defects });
    }
  }
}

const sent = ({ metadata, data }: Payload): OpenedPayloads['payloads'][number] => ({
  metadata: Object.fromEntries(Object.entries(metadata ?? {}).map(([name, value]) => [name, encoded(value)])),
  data: encoded(data),
});
