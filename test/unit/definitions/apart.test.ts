import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../engine/compile/compile.ts';
import type { Element } from '../../../engine/model.ts';

const definitions = new URL('../../../definitions/', import.meta.url);
const models = await Promise.all(
  readdirSync(new URL('processes/', definitions))
    .filter((file) => file.endsWith('.bpmn'))
    .map(async (file) => (await compile(readFileSync(new URL(`processes/${file}`, definitions), 'utf8'))).processes[0]),
);
const modelOf = (key: string) => models.find((model) => model?.key === key);
const steps = models.flatMap((model) => Object.values(model?.elements ?? {}));

/** What the form of a step takes from whoever has it. */
function askedBy({ task }: Element): readonly string[] {
  if (!task?.form) return [];
  const form = readFileSync(new URL(`forms/${task.form}.json`, definitions), 'utf8');
  const { properties } = JSON.parse(form) as { properties: Record<string, { readonly readOnly?: boolean }> };
  return Object.keys(properties).filter((name) => properties[name]?.readOnly !== true);
}

describe('what is to stay apart', () => {
  it('answers of one among several who see only their own are that step’s own, and never in the form of another', () => {
    const shared = steps
      .filter(({ task, loop }) => loop?.kind === 'multi' && task?.sees === 'own')
      .map((step) => {
        const own = new Set((step.input ?? []).map(({ target }) => target));
        return [step.id, askedBy(step).filter((name) => !own.has(name))] as const;
      });
    expect(shared.map(([id]) => id)).toContain('DUTY_HELP');
    expect(shared.filter(([, names]) => names.length > 0)).toEqual([]);
  });

  it('no step belongs to one dispatched group by name: which it is stands in the case', () => {
    const fixed = steps.filter(({ task, laneAgency }) =>
      [task?.agency, laneAgency].some((agency) => agency && 'constant' in agency && agency.constant.startsWith('disp')),
    );
    expect(fixed.map(({ id }) => id)).toEqual([]);
  });

  it.each(['ChaShouGanYu', 'TongJiTiXing'])(
    'nobody can be named in the title of %s: the procedure names its cases',
    (key) => expect(modelOf(key)?.titled).toBe('procedure'),
  );

  it('nobody can be named in the title of a petition: it is made of channel, day and code, and a code takes no words', () => {
    const { titled, elements } = modelOf('XinFangJuBao') ?? {};
    const { feel } = typeof titled === 'object' ? titled : { feel: '' };
    const fields = JSON.parse(
      readFileSync(new URL(`forms/${elements?.['START']?.form ?? ''}.json`, definitions), 'utf8'),
    ) as { properties: Record<string, { enum?: unknown; format?: string; pattern?: string }> };
    const named = [...feel.replaceAll(/"[^"]*"/g, '').matchAll(/\p{L}+/gu)].map(([name]) => name);
    expect(named).toEqual(['channel', 'receivedOn', 'code']);
    expect(
      named.map((name) => fields.properties[name]).filter((field) => !field?.enum && field?.format !== 'date'),
    ).toEqual([expect.objectContaining({ pattern: expect.any(String) as string })]);
  });
});
