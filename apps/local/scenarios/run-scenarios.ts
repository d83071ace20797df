import { Coverage } from '../../../scenarios/coverage.ts';
import type { Covered } from '../../../scenarios/coverage.ts';
import type { Definitions } from '../../../scenarios/engine-definitions.ts';
import { EngineWorld } from '../../../scenarios/engine-world.ts';
import type { Narrator } from '../../../scenarios/narrator.ts';
import { play } from '../../../scenarios/play.ts';
import type { Scenario } from '../../../scenarios/scenario.ts';
import { Surprise } from '../../../scenarios/surprise.ts';
import { TwinWorld } from '../../../scenarios/twin-world.ts';
import type { World } from '../../../scenarios/world.ts';

export interface Outcome {
  readonly failed: number;
  readonly covered: readonly Covered[];
}

interface Run {
  readonly definitions: Definitions;
  readonly narrator: Narrator;
  readonly print: (line: string) => void;
  /** A fresh world on the server, where the scenarios are played there too. */
  readonly onServer?: () => World;
}

/** Plays every scenario, however many fail; answers how much of each procedure they have walked. */
export async function runScenarios(scenarios: readonly Scenario[], run: Run): Promise<Outcome> {
  const { definitions, print } = run;
  const coverage = new Coverage();
  let failed = 0;
  for (const scenario of scenarios) {
    const engine = new EngineWorld(definitions);
    const from = performance.now();
    try {
      await play(scenario, run.onServer ? new TwinWorld(run.onServer(), engine) : engine, run.narrator);
      const took = `${scenario.steps.length} 步，${Math.round(performance.now() - from)} ms`;
      print(`✓ ${scenario.definition} ${scenario.title}（${took}）`);
    } catch (error) {
      if (!(error instanceof Surprise)) throw error;
      failed += 1;
      print(`✗ ${scenario.definition} ${scenario.title}\n    ${error.message}`);
    }
    coverage.add(engine.cases.coverage);
  }
  const played = new Set(scenarios.map(({ definition }) => definition));
  const covered = Object.values(definitions.models).map((model) => coverage.of(model));
  return { failed, covered: covered.filter(({ key, flows }) => played.has(key) || flows.length > 0) };
}
