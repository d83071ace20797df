import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Scenario } from '../../../scenarios/scenario.ts';
import { scenarioFilesIn, scenariosOf } from '../../../scenarios/scenario-files.ts';
import { byAccounts } from './by-accounts.ts';
import { mechanismsByAccounts } from './mechanisms-by-accounts.ts';
import { oversightByAccounts } from './oversight-by-accounts.ts';
import { platformByAccounts } from './platform-by-accounts.ts';

const shipped = fileURLToPath(new URL('../../../definitions/scenarios/', import.meta.url));
const folder = join(shipped, 'tour');

/** Every story of the tour, in the order in which it is told: trials by one person, then real cases by those whose posts they are. */
export const stories: readonly Scenario[] = [...scenariosOf(scenarioFilesIn(folder)), ...byAccounts];

/** What every procedure of this release does, lateness included, one file a procedure. */
export const shippedScenarios = (): readonly Scenario[] => [
  ...scenariosOf(scenarioFilesIn(shipped)),
  ...mechanismsByAccounts,
  ...oversightByAccounts,
  ...platformByAccounts,
];
