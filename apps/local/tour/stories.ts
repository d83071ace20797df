import { fileURLToPath } from 'node:url';
import type { Scenario } from '../../../scenarios/scenario.ts';
import { scenarioFilesIn, scenariosOf } from '../../../scenarios/scenario-files.ts';
import { byAccounts } from './by-accounts.ts';

const folder = fileURLToPath(new URL('../../../definitions/scenarios/tour/', import.meta.url));

/** Every story of the tour, in the order in which it is told: trials by one person, then real cases by those whose posts they are. */
export const stories: readonly Scenario[] = [...scenariosOf(scenarioFilesIn(folder)), ...byAccounts];
