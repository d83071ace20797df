import type { Http } from '../../../scenarios/http.ts';
import { filled } from '../../../scenarios/placeholders.ts';
import { about } from './about.ts';
import { atOnce } from './at-once.ts';
import { casesOf } from './case-plan.ts';
import type { CaseOfYear } from './case-plan.ts';
import { pagesOf } from './pages.ts';
import { stamped } from './stamped.ts';
import { walk } from './walk.ts';
import type { Year } from './year.types.ts';

/** Opens the year's cases with the days on which they would have begun, and takes each as far as the seed says. */
export async function workCases(year: Year): Promise<void> {
  const planned = casesOf(year.seed, year.year, year.city);
  const known = await knownCases(year);
  let steps = 0;
  await atOnce(planned, async (one) => {
    if (known.has(one.title)) return;
    const { answers, units, leave } = one;
    const caseId = await open(await year.signIn(one.opener), one);
    const taken = await walk(year, {
      caseId,
      opener: one.opener,
      steps: one.steps,
      ...(leave ? { leave } : {}),
      answer: (task, usual, reader) =>
        task.elementId === 'STAMP' ? stamped(task, reader) : about(units, mixed(usual, answers[task.elementId])),
    });
    steps += taken;
  });
  year.say(`办理 ${planned.length} 件各类案件，共 ${steps} 个环节`);
}

const mixed = (usual: CaseOfYear['answers'][string], own: CaseOfYear['answers'][string] | undefined) =>
  own === undefined ? usual : { ...usual, ...own, variables: { ...usual?.variables, ...own.variables } };

/** Titles of the cases that an earlier run of the same year has opened, by their ids. */
export async function knownCases({ signIn, seed, year }: Year): Promise<ReadonlyMap<string, string>> {
  const of = encodeURIComponent(`演练 ${seed}/${year}`);
  const found = await pagesOf<{ readonly id: string; readonly title: string }>(
    await signIn('cdi.head'),
    `/cases?q=${of}`,
  );
  return new Map(found.map(({ id, title }) => [title, id]));
}

async function open(http: Http, { definitionKey, title, startsOn, variables }: CaseOfYear): Promise<string> {
  const given = filled(variables, { now: `${startsOn}T09:00:00+08:00`, variables: {} });
  return ((await http.post('/cases', { definitionKey, title, startsOn, variables: given })) as { id: string }).id;
}
