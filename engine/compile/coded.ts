import type { EventDefinition } from '../model.ts';
import type { Compilation } from './compilation.ts';
import { isVariable } from './data.ts';
import { childOf, idOf, textOf, typeOf, type Moddle } from './moddle.ts';
import { vendorAttribute } from './vendor.ts';

const throwing = new Set(['EndEvent', 'IntermediateThrowEvent']);

/** An error or an escalation by its code. What is thrown may choose the code when it is thrown; what is caught has to name it. */
export function codedOf(
  kind: 'error' | 'escalation',
  node: Moddle,
  definition: Moddle,
  { expressions, declared, report }: Compilation,
): EventDefinition | null {
  const root = childOf(definition, `${kind}Ref`);
  const path = `${kind}Code`;
  const elementId = idOf(node);
  const text = textOf(root, path) ?? (root ? (textOf(root, 'name') ?? idOf(root)) : undefined);
  const code = expressions.value(text, { elementId, path });
  if (code && 'feel' in code) {
    if (throwing.has(typeOf(node))) return { kind, chosenCode: code };
    report.defect('WRONG_VALUE', '捕获的错误码或升级码不能是表达式', elementId, path);
    return null;
  }
  const codeVariable = vendorAttribute(definition, `${kind}CodeVariable`);
  const takes = codeVariable !== undefined && !throwing.has(typeOf(node)) && isVariable(codeVariable);
  if (takes) declared.add(codeVariable);
  return { kind, ...(code ? { code: code.constant } : {}), ...(takes ? { codeVariable } : {}) };
}
