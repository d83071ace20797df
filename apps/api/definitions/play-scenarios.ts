import { existsSync, readFileSync } from 'node:fs';
import { Coverage } from '../../../scenarios/coverage.ts';
import { definitionsFrom } from '../../../scenarios/engine-definitions.ts';
import { EngineWorld } from '../../../scenarios/engine-world.ts';
import { silent } from '../../../scenarios/narrator.ts';
import { play } from '../../../scenarios/play.ts';
import { readScenarios, Unreadable } from '../../../scenarios/read-scenarios.ts';
import type { Scenario } from '../../../scenarios/scenario.ts';
import { Surprise } from '../../../scenarios/surprise.ts';
import { usualAnswers } from '../../../scenarios/usual-answers.ts';
import type { PlayedScenarios, ScenarioRun } from './compile.messages.ts';

const shipped = new URL('../../../definitions/scenarios/', import.meta.url);

/** Plays scenarios of a procedure that may not be published yet, however many fail; tells what of it they have walked. */
export async function playScenarios({ models, files, release, ...rules }: ScenarioRun): Promise<PlayedScenarios> {
  const [own] = models;
  if (!own) throw new Error('scenarios are played with a procedure');
  const definitions = definitionsFrom({ models, ...rules });
  const coverage = new Coverage();
  const unreadable: PlayedScenarios['unreadable'][number][] = [];
  const played: PlayedScenarios['scenarios'][number][] = [];
  const read = (file: string, text: string, answers: typeof usualAnswers): readonly Scenario[] => {
    try {
      return readScenarios(file, text, answers);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      unreadable.push(...error.problems.map((problem) => ({ file, ...problem })));
      return [];
    }
  };
  const all = [
    ...(release ? releaseFiles(own.key).flatMap(({ name, text }) => read(name, text, usualAnswers)) : []),
    ...files.flatMap(({ name, text }) => read(name, text, [])),
  ];
  for (const scenario of all) {
    const world = new EngineWorld(definitions);
    const surprise = await surpriseOf(scenario, world);
    const { title, source, steps } = scenario;
    played.push({ title, file: source?.file ?? '', steps: steps.length, surprise });
    coverage.add(world.cases.coverage);
  }
  const model = definitions.models[`${own.key}@1`];
  if (!model) throw new Error('the procedure is among its definitions');
  return { scenarios: played, unreadable, covered: coverage.of(model) };
}

async function surpriseOf(scenario: Scenario, world: EngineWorld): Promise<string | null> {
  try {
    await play(scenario, world, silent);
    return null;
  } catch (error) {
    if (error instanceof Surprise) return error.message;
    throw error;
  }
}

function releaseFiles(key: string): readonly { readonly name: string; readonly text: string }[] {
  const name = `${key}.yaml`;
  const place = new URL(name, shipped);
  return existsSync(place) ? [{ name, text: readFileSync(place, 'utf8') }] : [];
}
