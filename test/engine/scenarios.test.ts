import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chosenFiles } from '../../apps/local/scenarios/chosen-files.ts';
import { byAccounts } from '../../apps/local/tour/by-accounts.ts';
import { mechanismsByAccounts } from '../../apps/local/tour/mechanisms-by-accounts.ts';
import { oversightByAccounts } from '../../apps/local/tour/oversight-by-accounts.ts';
import { platformByAccounts } from '../../apps/local/tour/platform-by-accounts.ts';
import { Coverage } from '../../scenarios/coverage.ts';
import { definitionsOf, shippedFiles } from '../../scenarios/engine-definitions.ts';
import type { Definitions } from '../../scenarios/engine-definitions.ts';
import { EngineWorld } from '../../scenarios/engine-world.ts';
import { silent } from '../../scenarios/narrator.ts';
import { play } from '../../scenarios/play.ts';
import { scenariosOf } from '../../scenarios/scenario-files.ts';

const covered = new Coverage();
let definitions: Definitions;

beforeAll(async () => {
  definitions = await definitionsOf(shippedFiles());
}, 60_000);

const named = [...byAccounts, ...mechanismsByAccounts, ...oversightByAccounts, ...platformByAccounts];
const all = [...scenariosOf(chosenFiles([]).scenarios), ...named];

describe('scenarios of the shipped procedures, in the engine alone', () => {
  it.each(all.map((scenario) => [scenario.title, scenario] as const))('%s', async (_, scenario) => {
    const world = new EngineWorld(definitions);
    await play(scenario, world, silent).finally(() => covered.add(world.cases.coverage));
  });

  it.each(shippedFiles().map(({ file }) => file.replace('.bpmn', '')))('take every flow of %s', (key) => {
    const model = definitions.models[`${key}@1`];
    expect(model && covered.of(model)).toMatchObject({ missedFlows: [] });
  });
});

afterAll(() => {
  const lines = Object.values(definitions.models).map((model) => {
    const { key, flows, missedFlows } = covered.of(model);
    return `${key} ${flows.length}/${flows.length + missedFlows.length}`;
  });
  console.log(`flows taken: ${lines.join(', ')}`);
});
