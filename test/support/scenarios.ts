import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { usualAnswers } from '../../apps/local/tour/answers.ts';
import type { Fields, Step, Story } from '../../apps/local/tour/story.ts';

const folder = new URL('../../definitions/scenarios/', import.meta.url);

interface Scenario {
  readonly title: string;
  readonly fields: Fields;
  readonly steps: readonly Step[];
}

/** The scenarios of definitions/scenarios, one file a procedure, as stories that a world can play. */
export function scenarios(): readonly Story[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml') && !file.startsWith('answers'))
    .flatMap((file) =>
      (parse(readFileSync(new URL(file, folder), 'utf8'), { merge: true }) as readonly Scenario[]).map((one) => ({
        definitionKey: file.slice(0, -'.yaml'.length),
        answers: usualAnswers,
        ...one,
      })),
    );
}
