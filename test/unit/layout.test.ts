import { readFileSync, readdirSync } from 'node:fs';
import { BpmnModdle } from 'bpmn-moddle';
import { describe, expect, it } from 'vitest';
import { withDiagram } from '../../engine/layout/diagram.ts';
import type { Bounds, Drawing, Edge, Point, Shape } from '../../engine/layout/drawing.ts';
import { drawDefinitions } from '../../engine/layout/pools.ts';
import type { Moddle } from '../../engine/compile/moddle.ts';
import { bpmn, boundary, end, flows, lane, process, start, sub, timer, user, xor } from '../support/bpmn.ts';

const processes = new URL('../../definitions/processes/', import.meta.url);
const shipped = readdirSync(processes).filter((file) => file.endsWith('.bpmn'));

async function drawn(xml: string): Promise<Drawing> {
  const { rootElement } = (await new BpmnModdle().fromXML(xml)) as { readonly rootElement: Moddle };
  return drawDefinitions(rootElement);
}

const isNode = (shape: Shape): boolean => shape.horizontal !== true && shape.expanded !== true;
/** Boundary events sit on the edge of their host on purpose. */
const isEvent = ({ bounds }: Shape): boolean => bounds.width === 36;
const overlap = (a: Bounds, b: Bounds): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const overlaps = ({ shapes }: Drawing): string[] =>
  shapes.filter(isNode).flatMap((one, index, all) =>
    all
      .slice(index + 1)
      .filter((other) => !(isEvent(one) || isEvent(other)) && overlap(one.bounds, other.bounds))
      .map((other) => `${one.id} ${other.id}`),
  );

const stretches = ({ points }: Edge): [Point, Point][] =>
  points.slice(1).map((point, index) => [points[index] ?? point, point]);
const inside = ({ x, y, width, height }: Bounds, [a, b]: [Point, Point]): boolean =>
  Math.min(a.x, b.x) < x + width - 1 &&
  Math.max(a.x, b.x) > x + 1 &&
  Math.min(a.y, b.y) < y + height - 1 &&
  Math.max(a.y, b.y) > y + 1;
const runThrough = ({ shapes, edges }: Drawing): string[] =>
  edges.flatMap((edge) =>
    shapes
      .filter((shape) => isNode(shape) && !isEvent(shape) && stretches(edge).some((one) => inside(shape.bounds, one)))
      .map((shape) => `${edge.id} ${shape.id}`),
  );
const slanting = ({ edges }: Drawing): string[] =>
  edges.filter((edge) => stretches(edge).some(([a, b]) => a.x !== b.x && a.y !== b.y)).map(({ id }) => id);

describe.each(shipped)('the diagram of %s', (file) => {
  const xml = readFileSync(new URL(file, processes), 'utf8');

  it('has no two steps on one another', async () => {
    expect(overlaps(await drawn(xml))).toEqual([]);
  });

  it('leads no flow through a step', async () => {
    expect(runThrough(await drawn(xml))).toEqual([]);
  });

  it('has only level and upright flows', async () => {
    expect(slanting(await drawn(xml))).toEqual([]);
  });
});

describe('layout', () => {
  const loop = bpmn(
    process(
      'P',
      lane('a', 'x', ['s', 'do', 'g', 'e']),
      lane('b', 'y', ['other', 'late']),
      start('s'),
      user('do'),
      boundary('late_timer', 'do', timer({ duration: 'P1D' })),
      xor('g'),
      user('other'),
      user('late'),
      end('e'),
      flows('s>do>g', 'g>do[again = true]', 'g>other[more = true]', 'g>e*', 'other>e', 'late_timer>late>e'),
    ),
  );

  it('draws the same every time and leaves what it does not draw alone', async () => {
    const once = await withDiagram(loop);
    expect(await withDiagram(once)).toBe(once);
    const bare = (xml: string) => xml.replace(/<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/, '');
    expect(bare(await withDiagram(once.replace('id="do_di"', 'id="moved_di"')))).toBe(bare(once));
  });

  it('keeps the steps of a lane inside it, one lane under the other', async () => {
    const pooled = loop.replace(
      '<process',
      '<collaboration id="c"><participant id="pool" name="P" processRef="P"/></collaboration><process',
    );
    const { shapes } = await drawn(pooled);
    const boundsOf = (id: string) =>
      shapes.find((shape) => shape.id === id)?.bounds ?? { x: 0, y: 0, width: 0, height: 0 };
    const within = (id: string, outer: string) =>
      boundsOf(id).y > boundsOf(outer).y &&
      boundsOf(id).y + boundsOf(id).height < boundsOf(outer).y + boundsOf(outer).height;
    expect(['s', 'do', 'g', 'e'].every((id) => within(id, 'a'))).toBe(true);
    expect(['other', 'late'].every((id) => within(id, 'b'))).toBe(true);
    expect(boundsOf('a').y + boundsOf('a').height).toBe(boundsOf('b').y);
  });

  it('draws the inside of a sub-process inside it', async () => {
    const nested = bpmn(
      process(
        'P',
        start('s'),
        sub('box', start('in'), user('work'), end('out'), flows('in>work>out')),
        end('e'),
        flows('s>box>e'),
      ),
    );
    const { shapes } = await drawn(nested);
    const outer = shapes.find(({ id }) => id === 'box')?.bounds;
    const work = shapes.find(({ id }) => id === 'work')?.bounds;
    expect(
      outer && work && overlap(outer, work) && work.x > outer.x && work.x + work.width < outer.x + outer.width,
    ).toBe(true);
  });

  it('draws a step that leads back to itself', async () => {
    const self = bpmn(process('P', start('s'), user('a'), end('e'), flows('s>a', 'a>a[again = true]', 'a>e')));
    const drawing = await drawn(self);
    expect(slanting(drawing)).toEqual([]);
    expect(drawing.edges.map(({ id }) => id)).toContain('a_a');
  });
});
