import { toFeel } from '../compile/juel.ts';
import { idOf, textOf, type Moddle } from '../compile/moddle.ts';
import type { Report } from '../compile/report.ts';
import { defectsOf, testDefectsOf } from '../feel/check.ts';
import type { Feel } from './decision.ts';

/** Reads the expressions of one decision and checks them at the end, when every name is known. */
export class Reading {
  private readonly pending: { readonly feel: Feel; readonly tests: boolean; readonly elementId: string }[] = [];
  private readonly telling = new Set<string>();

  constructor(private readonly report: Report) {}

  /** A name with blanks or signs in it changes how expressions are read. */
  name(text: string): string {
    const name = text.replace(/\s+/g, ' ').trim();
    this.telling.add(name);
    return name;
  }

  get names(): readonly string[] {
    return [...this.telling].filter((name) => !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)).toSorted();
  }

  /** The text of a literal expression; nothing is null. */
  expression(literal: Moddle | undefined, elementId: string): Feel {
    const feel = this.source(literal, elementId) ?? 'null';
    this.pending.push({ feel, tests: false, elementId });
    return feel;
  }

  /** A part of a larger expression that is checked as a whole. */
  part(literal: Moddle | undefined, elementId: string): Feel {
    return this.source(literal, elementId) ?? 'null';
  }

  /** A cell: nothing lets everything through. */
  tests(cell: Moddle | undefined, elementId: string): Feel {
    const feel = this.source(cell, elementId) ?? '-';
    this.pending.push({ feel, tests: true, elementId });
    return feel;
  }

  whole(feel: Feel, elementId: string): Feel {
    this.pending.push({ feel, tests: false, elementId });
    return feel;
  }

  refuse(code: string, message: string, elementId: string): void {
    this.report.defect(code, message, elementId);
  }

  check(): void {
    const { names } = this;
    const callable = [...this.telling];
    for (const { feel, tests, elementId } of this.pending) {
      const defects = tests ? testDefectsOf(feel, names, callable) : defectsOf(feel, names, callable);
      for (const { code, message } of defects) this.report.defect(code, message, elementId, feel);
    }
  }

  private source(literal: Moddle | undefined, elementId: string): Feel | undefined {
    const text = textOf(literal, 'text');
    const language = textOf(literal, 'expressionLanguage')?.toLowerCase() ?? 'feel';
    if (text === undefined) return undefined;
    if (!/feel|juel/.test(language)) {
      this.refuse(
        'UNSUPPORTED_SCRIPT',
        `表达式语言 “${language}” 不支持，请改用 FEEL`,
        idOf(literal as Moddle) || elementId,
      );
      return undefined;
    }
    if (!/^[$#]\{/.test(text)) return text;
    const { feel, problem } = toFeel(text);
    if (feel === undefined) this.refuse('UNTRANSLATABLE', `表达式 ${text} 无法换成 FEEL：${problem}`, elementId);
    return feel;
  }
}
