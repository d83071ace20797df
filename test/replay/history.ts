import type { History } from '@temporalio/common/lib/proto-utils.js';
import proto from '@temporalio/proto';

const { History: Message } = proto.temporal.api.history.v1;

/** A history as one line of JSON, and back. */
export const historyToText = (history: History): string =>
  `${JSON.stringify(Message.toObject(Message.create(history), { longs: String, enums: String, bytes: String }))}\n`;

export const historyFromText = (text: string): History =>
  Message.fromObject(JSON.parse(text) as Record<string, unknown>) as History;
