import type { Logger } from '@temporalio/common';
import type { Queryable } from '../database/queryable.ts';
import { rulebookVersion } from '../database/rulebook.queries.ts';

/** Milliseconds between two looks. */
const interval = 10_000;

/** Knows the version of the rules in force, a few seconds late: what a step is told, so that its case takes newer rules. */
export async function watchRulebook(db: Queryable, logger?: Logger) {
  let version = 0;
  async function look(): Promise<void> {
    try {
      version = await rulebookVersion(db);
    } catch (error) {
      logger?.warn('the version of the rules could not be read and is tried again', { error });
    }
  }
  await look();
  const timer = setInterval(() => void look(), interval);
  return { version: (): number => version, stop: (): void => clearInterval(timer) };
}
