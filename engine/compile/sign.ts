import type { SignRule } from '../model.ts';
import { choiceOf, ld, switchOf, wrongValue } from './attributes.ts';
import type { Compilation } from './compilation.ts';
import { idOf, type Moddle } from './moddle.ts';

/** Several people's step: ld:sign with the people it names, or ld:persons with so many different ones, whoever they are. */
export function signOf(node: Moddle, compilation: Compilation): SignRule | undefined {
  const { report, expressions } = compilation;
  const mode = choiceOf(node, 'sign', ['all', 'any', 'sequence', 'ratio'], report);
  const veto = switchOf(node, 'veto', false, report);
  const signers = expressions.expression(ld(node, 'signers'), { elementId: idOf(node), path: 'ld:signers' });
  const ratio = ratioOf(node, compilation);
  const persons = personsOf(node, compilation);
  if (!mode && ld(node, 'sign')) return undefined;
  if (!mode) {
    for (const name of ['signers', 'ratio', 'veto']) {
      if (ld(node, name)) report.defect('IDLE_ATTRIBUTE', `ld:${name} 要与 ld:sign 一起用`, idOf(node), `ld:${name}`);
    }
    return persons === undefined ? undefined : { mode: 'all', persons, veto: false };
  }
  if (persons !== undefined) {
    report.defect('IDLE_ATTRIBUTE', 'ld:persons 与 ld:sign 不能一起用：会签人已经逐一指明', idOf(node), 'ld:persons');
  }
  if (!signers) {
    report.defect('MISSING_SIGNERS', 'ld:sign 要有 ld:signers：给出会签人名单的 FEEL 列表', idOf(node), 'ld:signers');
    return undefined;
  }
  if ((mode === 'ratio') !== (ld(node, 'ratio') !== undefined)) {
    report.defect('WRONG_VALUE', 'ld:ratio 与 ld:sign="ratio" 要一起用', idOf(node), 'ld:ratio');
  }
  return { mode, signers, veto, ...(ratio === undefined ? {} : { ratio }) };
}

/** "0.5", "2/3" or "60%". */
function ratioOf(node: Moddle, { report }: Compilation): number | undefined {
  const text = ld(node, 'ratio');
  if (text === undefined) return undefined;
  const [, above, below, percent] = /^(\d+(?:\.\d+)?)(?:\/(\d+)|(%))?$/.exec(text) ?? [];
  const ratio = Number(above) / (percent ? 100 : Number(below ?? 1));
  if (ratio > 0 && ratio <= 1) return ratio;
  wrongValue(node, 'ratio', '应大于 0、不超过 1，如 0.5、2/3 或 60%', report);
  return undefined;
}

/** More than one, and so few that they can be found. */
function personsOf(node: Moddle, { report }: Compilation): number | undefined {
  const text = ld(node, 'persons');
  if (text === undefined) return undefined;
  const persons = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  if (persons >= 2 && persons <= 20) return persons;
  wrongValue(node, 'persons', '应是 2 到 20 的整数', report);
  return undefined;
}
