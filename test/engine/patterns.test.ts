import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { patternKey, patterns } from '../../apps/local/docs/patterns-page.ts';
import { chosenFiles } from '../../apps/local/scenarios/chosen-files.ts';
import { Coverage } from '../../scenarios/coverage.ts';
import { definitionsOf, type Definitions } from '../../scenarios/engine-definitions.ts';
import { EngineWorld } from '../../scenarios/engine-world.ts';
import { silent } from '../../scenarios/narrator.ts';
import { play } from '../../scenarios/play.ts';
import { scenariosOf } from '../../scenarios/scenario-files.ts';

const chosen = chosenFiles([fileURLToPath(new URL('../../definitions/patterns/', import.meta.url))]);
const all = scenariosOf(chosen.scenarios);
const covered = new Coverage();
let definitions: Definitions;

/** After the first of three has reached the terminate end, nothing takes the flow for the others. */
const neverTaken: Readonly<Record<string, readonly string[]>> = { WCP29: ['ig_io'] };

describe('the 43 workflow control-flow patterns', () => {
  beforeAll(async () => {
    definitions = await definitionsOf(chosen.documents);
  }, 60_000);

  it('are all there', () => {
    expect(patterns().map(({ number }) => number)).toEqual(Array.from({ length: 43 }, (_, index) => index + 1));
  });

  it.each(all.map((scenario) => [`${scenario.definition} ${scenario.title}`, scenario] as const))(
    '%s',
    async (_, scenario) => {
      const world = new EngineWorld(definitions);
      await play(scenario, world, silent).finally(() => covered.add(world.cases.coverage));
    },
  );

  it.each(patterns().map(({ number, name }) => [number, name] as const))('%i %s has every flow taken', (number) => {
    const key = patternKey(number);
    const model = definitions.models[`${key}@1`];
    expect(model && covered.of(model).missedFlows).toEqual(neverTaken[key] ?? []);
  });
});
