import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { narratorTo } from '../../../scenarios/narrator.ts';
import { play } from '../../../scenarios/play.ts';
import type { Scenario } from '../../../scenarios/scenario.ts';
import type { TaskSeen } from '../../../scenarios/world.ts';
import { launch, picture } from './browser.ts';
import { BrowserWorld } from './browser-world.ts';
import { openCity, password } from './city.ts';
import { fourParties, holderIn, inspection, late } from './procedure-stories.ts';

let city: Awaited<ReturnType<typeof openCity>>;
let browser: Browser;
let world: BrowserWorld;

beforeAll(async () => {
  [city, browser] = await Promise.all([openCity(), launch()]);
}, 240_000);

afterEach(() => world.close(), 60_000);

afterAll(async () => {
  await browser.close();
  await city.stop();
}, 60_000);

async function begin(scenario: Scenario): Promise<void> {
  world = new BrowserWorld({
    browser,
    base: city.base,
    password,
    holderOf: holderIn(scenario),
    trial: scenario.by !== 'accounts',
  });
  await play(
    scenario,
    world,
    narratorTo((line) => void process.stdout.write(`${line}\n`)),
  );
}

it.each([
  ['巡审纪', inspection],
  ['纪巡财审', fourParties],
])(
  '%s is handled from its opening to the files in the browser, by the right people in turn',
  async (_, scenario) => {
    await begin(scenario);
    const [matter] = await world.family();
    const page = await world.pageOf(scenario.opener ?? '');
    await page.goto(`/cases/${matter?.id}/timeline`);
    await page.getByText('案件办结').first().waitFor();
    await picture(page, `done-${scenario.definition}`);
    expect(world.troubles).toEqual([]);
  },
  1_200_000,
);

it('what is late says so on every page of the case, and is handled late', async () => {
  await begin(late);
  const [matter] = await world.family();
  const page = await world.pageOf('designer');
  await page.goto(`/cases/${matter?.id}/overview`);
  await page
    .getByText(/逾期 \d+ 日 · L\d/)
    .first()
    .waitFor();
  await page.goto(`/cases/${matter?.id}/diagram?as=text`);
  await page.getByRole('button', { name: /⚠ 提供巡前情况/ }).click();
  await page.getByRole('region', { name: '所选环节' }).getByText(/逾期/).first().waitFor();
  await picture(page, 'late-diagram');
  await world.act({
    operation: 'complete',
    on: { task: matter?.openTasks[0] as TaskSeen },
    body: { variables: { opinion: '逾期补报：情况已核对。' } },
  });
  await page.goto(`/cases/${matter?.id}/timeline`);
  await page
    .getByText(/第 \d 级/)
    .first()
    .waitFor();
  expect(world.troubles).toEqual([]);
}, 240_000);
