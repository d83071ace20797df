import { Inject, Injectable } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import type { Defect } from '../../../domain/errors.ts';
import type { DecisionModel, DecisionTable } from '../../../engine/decisions/decision.ts';
import { isDecisionDocument } from '../../../engine/decisions/compile.ts';
import { freeNames, freeNamesOfTests } from '../../../engine/feel/free-names.ts';
import { DocumentCheck } from '../definitions/document-check.ts';
import { judge, probesFor, refused } from './rule.judging.ts';
import type { RuleLogic } from './rule.judging.ts';
import { ruleFacts } from './rule.schema.ts';
import type { NewRule } from './rule.schema.ts';

/** Lets a rule in only when it can be read, knows every name it uses, and has an answer for whatever an indicator may say. */
@Injectable()
export class RuleCompiler {
  constructor(@Inject(DocumentCheck) private readonly documents: DocumentCheck) {}

  async compiled({ feel, dmn, inputs }: NewRule): Promise<RuleLogic> {
    const known = [...ruleFacts, ...inputs.map(({ name }) => name)];
    const logic = dmn === undefined ? ofFeel(feel ?? '', known) : await this.ofTable(dmn, known);
    for (const probe of probesFor(inputs)) judge(logic, probe);
    return logic;
  }

  private async ofTable(dmn: string, known: readonly string[]): Promise<RuleLogic> {
    const bytes = Buffer.from(dmn);
    if (!isDecisionDocument(bytes)) throw refused('INVALID_DECISION', '这不是 DMN 文件', 'dmn');
    const { decisions, defects } = await this.documents.compiled(bytes);
    if (defects.length > 0) throw invalid(defects);
    const [model, another] = decisions;
    if (!model || another)
      throw refused('SEVERAL_DECISIONS', `预警规则是一个决策，这份文件里有 ${decisions.length} 个`, 'dmn');
    const unknown = model.steps.flatMap(({ logic }) => (logic.kind === 'table' ? unknownIn(logic, model, known) : []));
    if (unknown.length > 0) throw invalid(unknown);
    return { feel: null, model };
  }
}

function ofFeel(feel: string, known: readonly string[]): RuleLogic {
  const [unknown] = freeNames(feel, known).filter((name) => !known.includes(name));
  if (unknown !== undefined) throw refused('UNKNOWN_NAME', unknownSaid(unknown, known), 'feel');
  return { feel, model: null };
}

const unknownSaid = (name: string, known: readonly string[]): string =>
  `规则里的“${name}”没有这个名字；可以用 ${known.join('、')}`;

/** An unknown name would be null for ever, and the rule silent. */
function unknownIn({ inputs, rules }: DecisionTable, { names }: DecisionModel, known: readonly string[]): Defect[] {
  const strange = (found: readonly string[], elementId?: string): readonly Defect[] =>
    found
      .filter((name) => !known.includes(name))
      .map((name) => ({
        code: 'UNKNOWN_NAME',
        message: unknownSaid(name, known),
        path: 'dmn',
        ...(elementId === undefined ? {} : { elementId }),
      }));
  return [
    ...inputs.flatMap(({ expression }) => strange(freeNames(expression, names))),
    ...rules.flatMap(({ id, tests, results }) => [
      ...tests.flatMap((test) => (test.trim() === '-' ? [] : strange(freeNamesOfTests(test, names), id))),
      ...results.flatMap((result) => strange(freeNames(result, names), id)),
    ]),
  ];
}

const invalid = (defects: readonly Defect[]): CaseError =>
  new CaseError('INVALID_DECISION', `决策表有 ${defects.length} 处问题，没有保存`, {
    defects: defects.map((defect) => ({ ...defect, path: 'dmn' })),
  });
