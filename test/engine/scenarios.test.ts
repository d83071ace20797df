import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Narrator } from '../../apps/local/tour/narrator.ts';
import { play } from '../../apps/local/tour/play.ts';
import { stories } from '../../apps/local/tour/stories/all.ts';
import { definitionsWithOwnFlows } from '../support/definitions.ts';
import { EngineWorld } from '../support/engine-world.ts';
import { scenarios } from '../support/scenarios.ts';

const silent: Narrator = {
  say: () => undefined,
  opened: () => undefined,
  completed: () => undefined,
  refused: () => undefined,
  extended: () => undefined,
  waited: () => undefined,
  ended: () => undefined,
};
const covered = new Set<string>();
let definitions: Awaited<ReturnType<typeof definitionsWithOwnFlows>>;

beforeAll(async () => {
  definitions = await definitionsWithOwnFlows();
});

describe('scenarios of the shipped procedures, in the engine alone', () => {
  it.each([...scenarios(), ...stories].map((story) => [story.title, story] as const))('%s', async (_, story) => {
    const world = new EngineWorld(definitions);
    await play(story, world, silent).finally(() => {
      for (const flow of world.flows) covered.add(flow);
    });
  });

  it.each([
    'XunShenJi',
    'ShenJiXieZhu',
    'XianSuoYiSong',
    'WenZe',
    'ZhengGai',
    'HuiTouKan',
    'FanKui',
    'JiXunCaiShen',
    'CaiZhengJianCha',
    'LianHeZhengGai',
    'XianSuoBanLi',
    'XianSuoJieShou',
    'TanHuaHanXun',
    'ChuBuHeShi',
    'ZanCunDaiCha',
    'LiAnShenCha',
    'CuoShi',
  ])('take every flow of %s', (key) => {
    const flows = Object.keys(definitions.models[`${key}@1`]?.flows ?? {});
    expect(flows.length).toBeGreaterThan(0);
    expect(flows.filter((flow) => !covered.has(flow))).toEqual([]);
  });
});

afterAll(() => {
  const all = Object.values(definitions.models).flatMap(({ key, flows }) =>
    Object.keys(flows).map((id) => ({ key, id })),
  );
  const lines = [...Map.groupBy(all, ({ key }) => key)].map(([key, flows]) => {
    const taken = flows.filter(({ id }) => covered.has(id)).length;
    return `${key} ${taken}/${flows.length}`;
  });
  console.log(`flows taken: ${lines.join(', ')}`);
});
