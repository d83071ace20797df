import type { RecordRule, TaskRule } from '../model.ts';
import { ld, wrongValue } from './attributes.ts';
import type { Compilation } from './compilation.ts';
import { idOf, type Moddle } from './moddle.ts';

/** ld:records="finding:findings item:items". */
export function recordsOf(node: Moddle, { report, declared }: Compilation): readonly RecordRule[] {
  const parts = (ld(node, 'records') ?? '').split(/[\s,，]+/).filter((one) => one !== '');
  return parts.flatMap((part) => {
    const [, ledger, variable] = /^([\p{L}_][\p{L}\p{N}_-]*):([\p{L}_][\p{L}\p{N}_]*)$/u.exec(part) ?? [];
    if (ledger === undefined || variable === undefined) {
      wrongValue(node, 'records', '应写作 “台账:变量”，如 finding:findings', report);
      return [];
    }
    declared.add(variable);
    return [{ ledger, variable }];
  });
}

/** ld:keeps names some of the variables of ld:records. */
export function recordRulesOf(node: Moddle, compilation: Compilation): Pick<TaskRule, 'records' | 'keeps'> {
  const records = recordsOf(node, compilation);
  const keeps = (ld(node, 'keeps') ?? '').split(/[\s,，]+/).filter((one) => one !== '');
  for (const name of keeps) {
    if (records.some(({ variable }) => variable === name)) continue;
    compilation.report.defect(
      'IDLE_ATTRIBUTE',
      `ld:keeps 只留下 ld:records 中的变量，“${name}” 不在其中`,
      idOf(node),
      'ld:keeps',
    );
  }
  return { records, ...(keeps.length > 0 ? { keeps } : {}) };
}
