import { basename } from 'node:path';
import { LineCounter, parseDocument, type Document } from 'yaml';
import { zhCN } from 'zod/locales';
import type { z } from 'zod';
import { answersSchema, scenarioFileSchema } from './scenario.schema.ts';
import type { Answers, Scenario } from './scenario.ts';

const inChinese = zhCN().localeError;

/** What is wrong with a file, each with its line. */
export class Unreadable extends Error {
  constructor(
    readonly file: string,
    readonly problems: readonly { readonly line: number; readonly message: string }[],
  ) {
    super(problems.map(({ line, message }) => `${file}:${line} ${message}`).join('\n'));
    this.name = 'Unreadable';
  }
}

/** The scenarios of a YAML file; the definition is the file's own, each scenario's, or the file's name. Throws Unreadable with everything wrong. */
export function readScenarios(file: string, text: string, answers: readonly Answers[] = []): readonly Scenario[] {
  const { document, content, lineOf } = read(file, text, scenarioFileSchema);
  const path = Array.isArray(document.toJS({ maxAliasCount: 1000 })) ? [] : ['scenarios'];
  const named = basename(file).replace(/\.ya?ml$/, '');
  const { definition, services, people } = content;
  return content.scenarios.map((one, index) => {
    const own = [one.answers, content.answers].filter((some) => some !== undefined);
    return {
      ...one,
      definition: one.definition ?? definition ?? named,
      variables: one.variables ?? {},
      answers: [...own, ...answers],
      ...(services || one.services ? { services: { ...services, ...one.services } } : {}),
      ...(people || one.people ? { people: { ...people, ...one.people } } : {}),
      source: {
        file,
        line: lineOf([...path, index]),
        lines: one.steps.map((_, step) => lineOf([...path, index, 'steps', step])),
      },
    };
  });
}

export const readAnswers = (file: string, text: string): Answers => read(file, text, answersSchema).content;

function read<Content>(file: string, text: string, schema: z.ZodType<Content>) {
  const lines = new LineCounter();
  const document = parseDocument(text, { merge: true, lineCounter: lines });
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  if (document.errors.length > 0) {
    throw new Unreadable(
      file,
      document.errors.map(({ pos: [from], message }) => ({
        line: lineAt(from),
        message: message.split('\n')[0] ?? '',
      })),
    );
  }
  const lineOf = (path: readonly PropertyKey[]): number => lineAt(offsetOf(document, path));
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 1000 }), { error: inChinese });
  if (parsed.success) return { document, content: parsed.data, lineOf };
  const issues = parsed.error.issues.flatMap((issue) =>
    issue.code === 'invalid_union' ? (issue.errors[Array.isArray(document.toJS()) ? 0 : 1] ?? [issue]) : [issue],
  );
  throw new Unreadable(
    file,
    issues.map(({ path, message }) => ({ line: lineOf(path), message: `${path.join('.') || '（文件）'} ${message}` })),
  );
}

/** Where a value is written: the nearest part of its path that stands in the text itself. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    const range = (node as { range?: readonly [number, number, number] } | null | undefined)?.range;
    if (range) return range[0];
  }
  return 0;
}
