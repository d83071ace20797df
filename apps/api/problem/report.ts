import { Logger } from '@nestjs/common';

const log = new Logger('Api');

/** What should not happen goes to the log with its stack; the caller is told no more than that it did. */
export function reportDefectOfOurs(error: unknown): void {
  log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
