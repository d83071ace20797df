import { atOnce } from './at-once.ts';
import { knownCases } from './cases.ts';
import { chanceOf } from './chance.ts';
import type { UnitOfYear } from './city/city.ts';
import { walk } from './walk.ts';
import type { Year } from './year.types.ts';

/** Heads that one plan of talks covers. */
const together = 20;

/** 监督谈话 of the year: plans that together leave no head out, each some way on. */
export async function holdTalks(of: Year): Promise<void> {
  const plans = Array.from({ length: Math.ceil(of.city.length / together) }, (_, index) =>
    of.city.slice(index * together, (index + 1) * together),
  );
  const known = await knownCases(of);
  let steps = 0;
  await atOnce([...plans.entries()], async ([index, units]) => {
    const title = `监督谈话 ${index + 1}（演练 ${of.seed}/${of.year}）`;
    if (known.has(title)) return;
    const taken = await plan(of, title, units);
    steps += taken;
  });
  of.say(`监督谈话计划 ${plans.length} 份，办理 ${steps} 个环节`);
}

async function plan(of: Year, title: string, units: readonly UnitOfYear[]): Promise<number> {
  const { seed, year, signIn } = of;
  const opened = (await (
    await signIn('cdi.office')
  ).post('/cases', {
    definitionKey: 'JianDuTanHua',
    title,
    startsOn: `${year}-01-15`,
    variables: { year, units: units.map(({ id }) => id) },
  })) as { readonly id: string };
  const talks = units.map(({ id, head }) => ({
    target: head.cadre,
    targetName: head.name,
    targetAccount: head.account,
    unit: id,
    talker: 'party.sec',
    talkerName: '高临渊书记',
    kind: '一把手谈话',
    on: `${year}-${String(2 + Math.floor(chanceOf(seed, `${id}/谈话`) * 10)).padStart(2, '0')}-10`,
  }));
  return walk(of, {
    caseId: opened.id,
    opener: 'cdi.office',
    steps: Math.round(units.length * (2 + chanceOf(seed, `${title}/depth`) * 5)),
    answer: ({ elementId }, usual) => {
      if (elementId === 'JT_PLAN') return { variables: { talks } };
      if (elementId === 'JT_LIST' && chanceOf(seed, title) < 0.5)
        return { variables: { problems: [], opinion: '没有发现问题' } };
      return usual;
    },
  });
}
