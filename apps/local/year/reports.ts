import { about } from './about.ts';
import { knownCases } from './cases.ts';
import { chanceOf } from './chance.ts';
import type { Year } from './year.types.ts';
import { walk } from './walk.ts';

interface Reporter {
  readonly id: string;
}

export const reportsTitle = ({ seed, year }: Pick<Year, 'seed' | 'year'>): string => `述责述廉（演练 ${seed}/${year}）`;

/** 述责述廉 of the year: every head of the city in the frame, drawn, heard, scored; some of them still have something to put right. */
export async function hearReports(of: Year): Promise<void> {
  const { seed, city } = of;
  const caseId = (await knownCases(of)).get(reportsTitle(of)) ?? (await open(of));
  const taken = await walk(of, {
    caseId,
    opener: 'cdi.style',
    steps: city.length * 8,
    leave: chanceOf(seed, '述责/整改') < 0.5 ? ['SZ_VERIFY'] : [],
    answer: (task, usual) => {
      const given = about(city, usual);
      if (task.elementId === 'SZ_FRAME')
        return { ...given, variables: { frame: checked(task.variables['frame']), cdiWord: `明镜${seed}` } };
      if (task.elementId === 'SZ_MEET') {
        const scores = (task.variables['reporters'] as readonly Reporter[]).map(({ id }) => scored(seed, id));
        return { ...given, variables: { heldOn: '@today', scores } };
      }
      return given;
    },
  });
  of.say(`述责述廉办理 ${taken} 个环节`);
}

async function open(of: Year): Promise<string> {
  const { signIn, year, city } = of;
  const opened = (await (
    await signIn('cdi.style')
  ).post('/cases', {
    definitionKey: 'ShuZeShuLian',
    title: reportsTitle(of),
    startsOn: `${year}-02-10`,
    variables: { year, termStartsIn: year, units: city.map(({ id }) => id) },
  })) as { readonly id: string };
  return opened.id;
}

/** As the registry found them; who never reported has no year of it. */
const checked = (frame: unknown) =>
  (frame as readonly Record<string, unknown>[]).map((one) =>
    Object.fromEntries(Object.entries(one).filter(([, value]) => value !== null)),
  );

/** Most are scored well, one in eight fails. */
const scored = (seed: string, id: string) =>
  chanceOf(seed, `${id}/测评`) < 0.125
    ? { id, comment: '问题找得不准', good: 5, better: 5, fair: 20, poor: 10 }
    : { id, comment: '责任落实较好', good: 30, better: 8, fair: 2, poor: 0 };
