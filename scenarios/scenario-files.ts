import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { readAnswers, readScenarios } from './read-scenarios.ts';
import type { Answers, Scenario } from './scenario.ts';

const isAnswers = (file: string): boolean => /^answers.*\.ya?ml$/.test(basename(file));

/** Usual answers stand in answers*.yaml beside the scenarios, or in the folder above. */
export const answersBeside = (folder: string): readonly Answers[] => [
  ...answersIn(folder),
  ...answersIn(dirname(folder)),
];

const answersIn = (folder: string): readonly Answers[] =>
  readdirSync(folder)
    .filter(isAnswers)
    .toSorted()
    .map((file) => readAnswers(file, readFileSync(join(folder, file), 'utf8')));

/** The scenarios of these files, in their order. Throws Unreadable. */
export function scenariosOf(files: readonly string[]): readonly Scenario[] {
  return files
    .filter((file) => !isAnswers(file))
    .flatMap((file) => readScenarios(file, readFileSync(file, 'utf8'), answersBeside(dirname(resolve(file)))));
}

/** Every scenario file of a folder. */
export const scenarioFilesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((file) => /\.ya?ml$/.test(file) && !isAnswers(file))
    .toSorted()
    .map((file) => join(folder, file));
