import type { TaskRule } from '../model.ts';
import { ld } from './attributes.ts';
import type { Graph } from './graph.ts';
import type { Moddle } from './moddle.ts';
import type { Report } from './report.ts';

/** ld:notSameAs="INVESTIGATE, REVIEW": elements whose doers may not do this one. */
export function notSameAsOf(node: Moddle): Pick<TaskRule, 'notSameAs'> {
  const notSameAs = (ld(node, 'notSameAs') ?? '').split(/[\s,，、;；]+/).filter((one) => one !== '');
  return notSameAs.length > 0 ? { notSameAs: [...new Set(notSameAs)] } : {};
}

/** Only what a person does has a doer. */
export function checkSeparation(graph: Graph, refused: ReadonlySet<string>, report: Report): void {
  for (const { id, task } of graph.elements) {
    for (const other of task?.notSameAs ?? []) {
      if (refused.has(other)) continue;
      if (other === id) {
        report.defect(
          'WRONG_VALUE',
          '步骤不能与自己分离；同一步骤要两人以上办理的，请用 ld:persons',
          id,
          'ld:notSameAs',
        );
      } else if (graph.element(other)?.kind !== 'userTask') {
        report.defect('WRONG_VALUE', `ld:notSameAs 所指的 “${other}” 不是本流程的用户任务`, id, 'ld:notSameAs');
      }
    }
  }
}
