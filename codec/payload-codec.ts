import type { Payload, PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';
import type { Keyring } from './keys.ts';
import { seal, unseal } from './seal.ts';

const { Payload: PayloadMessage } = proto.temporal.api.common.v1;
const encoding = Buffer.from('binary/liandong-sealed');

/** Keeps every payload in Temporal's histories compressed and encrypted; the server sees lengths and key ids only. */
export function payloadCodec(keyring: Keyring): PayloadCodec {
  return {
    encode: (payloads) => Promise.resolve(payloads.map((payload) => sealPayload(keyring, payload))),
    decode: (payloads) => Promise.resolve(payloads.map((payload) => openPayload(keyring, payload))),
  };
}

function sealPayload(keyring: Keyring, payload: Payload): Payload {
  return {
    metadata: { encoding, key: Buffer.from(keyring.current) },
    data: seal(keyring, PayloadMessage.encode(payload).finish()),
  };
}

function openPayload(keyring: Keyring, payload: Payload): Payload {
  const { metadata, data } = payload;
  if (!metadata?.['encoding'] || !encoding.equals(metadata['encoding'])) return payload;
  const keyId = Buffer.from(metadata['key'] ?? []).toString();
  return PayloadMessage.decode(unseal(keyring, keyId, data ?? new Uint8Array())) as Payload;
}
