import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Answers } from './story.ts';

const folder = new URL('../../../definitions/scenarios/', import.meta.url);

/** How every step is usually answered: the files answers*.yaml beside the scenarios of the procedures. */
export const usualAnswers: readonly Answers[] = readdirSync(folder)
  .filter((file) => file.startsWith('answers') && file.endsWith('.yaml'))
  .map((file) => parse(readFileSync(new URL(file, folder), 'utf8')) as Answers);
