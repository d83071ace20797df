import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '../../engine/command.ts';
import { compileDecisions } from '../../engine/decisions/compile.ts';
import { decide } from '../../engine/decisions/decide.ts';
import { all, first, readXml, type XmlElement } from './xml-tree.ts';

/** One expectation of the DMN technology compatibility kit. */
export interface TckCase {
  /** "0068-feel-equality/null_001/null_001": folder, test case, decision. */
  readonly id: string;
  readonly expected: Json;
  /** The text of the decision, for reports. */
  readonly feel: string;
  readonly run: () => Promise<Json>;
}

const now = Date.parse('2026-03-01T10:00:00+08:00');

/** Every expectation under a checkout's TestCases folder, level by level. */
export function tckCases(folder: string): readonly TckCase[] {
  const levels = ['compliance-level-2', 'compliance-level-3'].map((level) => join(folder, level));
  return levels
    .filter(existsSync)
    .flatMap((level) => readdirSync(level).flatMap((name) => casesOf(join(level, name), name)));
}

function casesOf(folder: string, name: string): readonly TckCase[] {
  const files = folder.endsWith('.xslt') || folder.endsWith('.md') ? [] : readdirSync(folder);
  return files
    .filter((file) => /-test-.*\.xml$/.test(file))
    .flatMap((file) => {
      const tests = readXml(readFileSync(join(folder, file), 'utf8'));
      const model = readXml(readFileSync(join(folder, first(tests, 'modelName')?.text.trim() ?? ''), 'utf8'));
      return all(tests, 'testCase').flatMap((test) =>
        all(test, 'resultNode').map((node) => {
          const decision = all(model, 'decision').find((one) => one.attributes['name'] === node.attributes['name']);
          const expected = first(node, 'expected');
          return {
            id: `${name}/${test.attributes['id']}/${node.attributes['name']}`,
            expected: expected ? valueOf(expected) : null,
            feel: decision ? logicOf(decision) : '',
            run: () => outcome(model, decision, test),
          };
        }),
      );
    });
}

const logicOf = (decision: XmlElement): string =>
  (first(first(decision, 'literalExpression'), 'text')?.text ?? decision.children.at(-1)?.name ?? '').trim();

async function outcome(model: XmlElement, decision: XmlElement | undefined, test: XmlElement): Promise<Json> {
  if (!decision) throw new Error('the kit asks for what is no decision');
  const { decisions, defects } = await compileDecisions(reduced(model, decision));
  const made = decisions.find(
    ({ key, name }) => key === safe(decision.attributes['id'] ?? '') || name === decision.attributes['name'],
  );
  if (!made) throw new Error(`refused: ${defects.map(({ message }) => message).join('; ')}`);
  const variables = Object.fromEntries(
    all(test, 'inputNode').map((input) => [input.attributes['name'] ?? '', valueOf(input)]),
  );
  return decide(made, variables, now).value;
}

/** The document with this decision and what it requires alone, so that a defect of another one does not stop it. */
function reduced(model: XmlElement, decision: XmlElement): string {
  const named = new Map(model.children.map((one) => [one.attributes['id'] ?? '', one]));
  const wanted = new Set<XmlElement>();
  const queue = [decision];
  for (let one = queue.pop(); one; one = queue.pop()) {
    if (wanted.has(one)) continue;
    wanted.add(one);
    for (const [, id = ''] of one.source.matchAll(/href="[^"#]*#([^"]+)"/g))
      queue.push(...(named.get(id) ? [named.get(id) as XmlElement] : []));
  }
  const kept = model.children.filter((one) =>
    /^(?:decision|businessKnowledgeModel)$/.test(one.name)
      ? wanted.has(one)
      : /^(?:inputData|itemDefinition)$/.test(one.name),
  );
  const [open = ''] = /^<(?:"[^"]*"|'[^']*'|[^>"'])+>/.exec(model.source) ?? [];
  const body = kept.map(({ source }) => source).join('\n');
  const [, prefix = ''] = /^<([\w.-]+:)?/.exec(model.source) ?? [];
  const withIds = body.replace(/<((?:[\w.-]+:)?decision) (?![^>]*\bid=)/g, '<$1 id="D" ');
  const ids = new Map([...withIds.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => [id, safe(id)]));
  return `${open}${withIds}</${prefix}definitions>`
    .replace(/(\sid=")([^"]+)(")/g, (_, a: string, id: string, b: string) => `${a}${ids.get(id) ?? id}${b}`)
    .replace(/(href="[^"#]*#)([^"]+)(")/g, (_, a: string, id: string, b: string) => `${a}${safe(id)}${b}`);
}

/** Keys are shorter here than some ids of the kit. */
const safe = (id: string): string => `_${id.replace(/[^\w.-]/g, '_').slice(-60)}`;

function valueOf(holder: XmlElement): Json {
  const list = first(holder, 'list');
  if (list) return list.attributes['nil'] === 'true' ? null : all(list, 'item').map(valueOf);
  const components = all(holder, 'component');
  if (components.length > 0)
    return Object.fromEntries(components.map((one) => [one.attributes['name'] ?? '', valueOf(one)]));
  const value = first(holder, 'value');
  if (!value || value.attributes['nil'] === 'true') return null;
  const type = (value.attributes['type'] ?? '').replace(/^.*:/, '');
  if (/^(?:decimal|double|integer|int|long|float)$/.test(type)) return Number(value.text);
  if (type === 'boolean') return value.text.trim() === 'true' || value.text.trim() === '1';
  return value.text;
}
