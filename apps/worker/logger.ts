import { DefaultLogger } from '@temporalio/worker';
import type { LogLevel } from '@temporalio/worker';

/** Fields that may be logged: ids and codes. Whatever else an SDK or an error carries stays out of the log. */
const fields = [
  'workflowId',
  'workflowType',
  'activityType',
  'taskQueue',
  'attempt',
  'kind',
  'code',
  'effect',
] as const;

/** One JSON object a line on standard output. */
export function jsonLogger(
  level: LogLevel,
  write: (line: string) => void = (line) => process.stdout.write(`${line}\n`),
) {
  return new DefaultLogger(level, ({ level: severity, message, timestampNanos, meta }) => {
    const time = new Date(Number(timestampNanos / 1_000_000n)).toISOString();
    const known = Object.fromEntries(
      fields.flatMap((field) => (meta?.[field] === undefined ? [] : [[field, meta[field]]])),
    );
    const error = meta?.['error'] instanceof Error ? { error: meta['error'].stack } : {};
    write(JSON.stringify({ time, severity, message, ...known, ...error }));
  });
}
