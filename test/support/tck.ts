import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
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

/** The kit's own documents by path: "compliance-level-3/0068-feel-equality/0068-feel-equality.dmn" → text. */
type Kit = Readonly<Record<string, string>>;

/** Every expectation of the kit's levels 2 and 3, packed in test/engine/tck. */
export function tckCases(): readonly TckCase[] {
  const packed = readFileSync(new URL('../engine/tck/dmn-tck.json.br', import.meta.url));
  const kit = JSON.parse(brotliDecompressSync(packed).toString('utf8')) as Kit;
  return Object.keys(kit)
    .filter((path) => /-test-.*\.xml$/.test(path))
    .flatMap((path) => casesOf(kit, path));
}

function casesOf(kit: Kit, path: string): readonly TckCase[] {
  const folder = dirname(path);
  const tests = readXml(kit[path] ?? '');
  const model = readXml(kit[`${folder}/${first(tests, 'modelName')?.text.trim() ?? ''}`] ?? '');
  return all(tests, 'testCase').flatMap((test) =>
    all(test, 'resultNode').map((node) => {
      const decision = all(model, 'decision').find((one) => one.attributes['name'] === node.attributes['name']);
      const expected = first(node, 'expected');
      return {
        id: `${basename(folder)}/${test.attributes['id']}/${node.attributes['name']}`,
        expected: expected ? valueOf(expected) : null,
        feel: decision ? logicOf(decision) : '',
        run: () => outcome(model, decision, test),
      };
    }),
  );
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
