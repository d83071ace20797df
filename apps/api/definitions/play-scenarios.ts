import { readdirSync, readFileSync } from 'node:fs';
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
const folders = ['', 'tour/', 'lists/'];

interface ReleaseFile {
  readonly name: string;
  readonly text: string;
  readonly isOwn: boolean;
}

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
    ...(release ? releaseFiles(own.key) : []).flatMap(({ name, text, isOwn }) =>
      read(name, text, usualAnswers).filter(({ definition }) => isOwn || definition === own.key),
    ),
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

/** The procedure's own file, and what files that tell of several procedures tell of it. */
function releaseFiles(key: string): readonly ReleaseFile[] {
  const own = `${key}.yaml`;
  const files = folders.flatMap((folder) =>
    readdirSync(new URL(folder, shipped))
      .filter((name) => name.endsWith('.yaml') && !name.startsWith('answers'))
      .map((name) => `${folder}${name}`),
  );
  return files
    .filter((name) => name === own || name.includes('/'))
    .map((name) => ({ name, text: readFileSync(new URL(name, shipped), 'utf8'), isOwn: name === own }))
    .filter(({ text, isOwn }) => isOwn || text.includes(key));
}
