import { atOnce } from './at-once.ts';
import { chanceOf } from './chance.ts';
import { pagesOf } from './pages.ts';
import { platformKey } from './platform.ts';
import { walk } from './walk.ts';
import type { Year } from './year.types.ts';

export interface DoubtOfYear {
  readonly id: string;
  readonly rule: string;
  readonly ruleVersion: number;
  readonly unit: string;
  readonly rows: readonly (readonly [batch: string, row: number])[];
  readonly caseId: string;
  readonly status: string;
}

export const doubtsOf = async (of: Year): Promise<readonly DoubtOfYear[]> =>
  pagesOf<DoubtOfYear>(await of.signIn('cdi.oversight'), `/platform/doubts?rule=${platformKey(of)}`);

/** Each doubt is judged by two people: most of one mind, some not, a few by one of them only so far; a third of the valid ones goes on as a clue. */
export async function judgeDoubts(of: Year): Promise<void> {
  const { seed } = of;
  const open = (await doubtsOf(of)).filter(({ status }) => status === 'open');
  let steps = 0;
  await atOnce(open, async ({ id, caseId }) => {
    const verdict = (whose: string): string => (chanceOf(seed, `${id}/${whose}`) < 0.6 ? '有效' : '误报');
    const agreed = chanceOf(seed, `${id}/一致`) < 0.7;
    const outcomes: Readonly<Record<string, string>> = {
      YD_CHECK: verdict('核实'),
      YD_RECHECK: verdict(agreed ? '核实' : '复核'),
      YD_DECIDE: verdict('审定'),
      YD_ROUTE: chanceOf(seed, `${id}/分流`) < 0.33 ? '移送线索' : '提醒',
    };
    const halfway = chanceOf(seed, `${id}/只一人`) < 0.1;
    const taken = await walk(of, {
      caseId,
      opener: 'cdi.oversight',
      steps: halfway ? 1 : 40,
      leave: ['MEASURE_DESK'],
      answer: ({ elementId }, usual) => {
        const outcome = outcomes[elementId];
        return outcome === undefined ? usual : { ...usual, outcome };
      },
    });
    steps += taken;
  });
  of.say(`核实疑点 ${open.length} 个，办理 ${steps} 个环节`);
}
