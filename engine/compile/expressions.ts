import { defectsOf } from '../feel/check.ts';
import { freeNames } from '../feel/free-names.ts';
import type { Expression, Value } from '../model.ts';
import { toFeel } from './juel.ts';
import type { Report } from './report.ts';

/** Where in the document a source stands. */
export interface Place {
  readonly elementId: string;
  /** Attribute or child element, "conditionExpression". */
  readonly path: string;
}

/** Reads the expressions of one process and checks them all at the end, when every name is known. */
export class Expressions {
  private readonly pending: (Place & { readonly feel: string })[] = [];

  constructor(private readonly report: Report) {}

  /** An expression, with or without a leading "="; JUEL is translated. */
  expression(source: string | undefined, place: Place): Expression | undefined {
    if (source === undefined) return undefined;
    const feel = isJuel(source) ? this.translated(source, place) : source.replace(/^\s*=/, '').trim();
    if (feel === null) return { feel: 'null' };
    this.pending.push({ ...place, feel });
    return { feel };
  }

  /** A constant, or an expression where the source begins with "=" or is JUEL. */
  value(source: string | undefined, place: Place): Value | undefined {
    if (source === undefined) return undefined;
    if (source.startsWith('=') || isJuel(source)) return this.expression(source, place);
    return { constant: source };
  }

  /** Sources read so far, to find the names in them. */
  get sources(): readonly string[] {
    return this.pending.map(({ feel }) => feel);
  }

  check(names: readonly string[]): void {
    for (const { feel, elementId, path } of this.pending) {
      for (const { code, message } of defectsOf(feel, names)) this.report.defect(code, message, elementId, path);
    }
  }

  /** Each name that nothing declares is told once: it may still come with the case, a message or a correction. */
  checkDeclared(names: readonly string[], declared: ReadonlySet<string>): void {
    const told = new Set<string>();
    for (const { feel, elementId, path } of this.pending) {
      // What goes out of a step is read from what it was given: a called procedure's variables, a service's answer.
      if (/(?:^ld:output|:out)$/.test(path)) continue;
      for (const name of freeNames(feel, names)) {
        if (declared.has(name) || told.has(name)) continue;
        told.add(name);
        const message = `没有表单、结果或映射给出变量 “${name}”；立案、消息或接口也不给出时，它是空值`;
        this.report.warning('UNDECLARED_NAME', message, elementId, path);
      }
    }
  }

  private translated(source: string, { elementId, path }: Place): string | null {
    const { feel, problem } = toFeel(source);
    if (feel !== undefined) return feel;
    this.report.defect('UNTRANSLATABLE', `表达式 ${source} 无法换成 FEEL：${problem}`, elementId, path);
    return null;
  }
}

const isJuel = (source: string): boolean => /[$#]\{/.test(source);
