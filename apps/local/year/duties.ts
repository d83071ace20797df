import { setTimeout as pause } from 'node:timers/promises';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { Surprise } from '../../../scenarios/surprise.ts';
import type { Http } from '../../../scenarios/http.ts';
import { atOnce } from './at-once.ts';
import { chanceOf } from './chance.ts';
import { dutySheet } from './duty-sheet.ts';
import { pagesOf } from './pages.ts';
import { walk } from './walk.ts';
import type { Year } from './year.types.ts';

export interface Obligation {
  readonly id: string;
  readonly item: string;
  readonly lead: string;
  readonly period: string;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly state: string;
  readonly caseId: string | null;
  readonly taskId: string | null;
  readonly handedInOn: string | null;
}

/** Whoever keeps the lists. */
export const dutyKeeper = 'cdi.style';
export const dutyListOf = ({ seed, year }: Pick<Year, 'seed' | 'year'>): string => `year-${year}-${seed}`;
const reason = '全年演练';
/** Seconds to wait for the backfill, at least and for every obligation. */
const patience = { atLeast: 300, each: 0.5 };
/** Share of the opened obligations that somebody does. */
const diligence = 0.4;

export const obligationsOf = (http: Http, of: Pick<Year, 'seed' | 'year'>): Promise<readonly Obligation[]> =>
  pagesOf<Obligation>(http, `/duties/lists/${dutyListOf(of)}/obligations`);

/** A list that began in January, its schedules run through the year by backfill, some of it done. */
export async function runDuties(of: Year, items: number): Promise<void> {
  const http = await of.signIn(dutyKeeper);
  await begin(http, of, items);
  const opened = await untilOpened(http, of);
  of.say(`责任清单开启 ${opened.filter(({ caseId }) => caseId !== null).length} 项`);
  of.say(`落实责任事项，办理 ${await doSome(of, opened)} 个环节`);
}

async function begin(http: Http, of: Year, items: number): Promise<void> {
  const id = dutyListOf(of);
  const lists = (await http.get('/duties/lists')) as {
    readonly items: readonly { readonly id: string; readonly status: string }[];
  };
  const known = lists.items.find((list) => list.id === id);
  if (!known) await http.post('/duties/lists', { id, name: `全年演练 ${id}`, year: of.year });
  if (known && known.status !== 'draft') return;
  const sheet = dutySheet(of.seed, of.year, { city: of.city, items });
  await http.upload(`/duties/lists/${id}/items?from=${of.year}-01-01`, 'year.csv', new Blob([sheet]));
  await http.post(`/duties/lists/${id}/begin`, { missed: 'open', reason });
}

async function untilOpened(http: Http, of: Year): Promise<readonly Obligation[]> {
  const today = civilDateOf(Date.now());
  for (const from = Date.now(); ;) {
    const all = await obligationsOf(http, of);
    if (all.every(({ state, opensOn }) => opensOn >= today || (state !== 'missed' && state !== 'planned'))) return all;
    const waited = (Date.now() - from) / 1_000;
    if (waited > Math.max(patience.atLeast, all.length * patience.each))
      throw new Surprise(`${Math.round(waited)} 秒以后仍有到期未开启的责任事项`);
    await pause(1_000);
  }
}

/** By lot some obligations are done, each by somebody whose they are; what is drawn for a check is checked. */
async function doSome(of: Year, all: readonly Obligation[]): Promise<number> {
  const chosen = all.filter(
    ({ id, taskId, state }) =>
      taskId !== null && (state === 'open' || state === 'overdue') && chanceOf(of.seed, `${id}/做`) < diligence,
  );
  let steps = 0;
  await atOnce(chosen, async ({ id, caseId }) => {
    if (caseId === null) throw new Error(`${id} has a task and no case`);
    const taken = await walk(of, {
      caseId,
      opener: dutyKeeper,
      steps: 6,
      leave: ['DUTY_ACCOUNT'],
      answer: (task, usual) =>
        task.elementId === 'DUTY_CHECK' ? { ...usual, outcome: verdict(of.seed, task.id) } : usual,
    });
    steps += taken;
  });
  return steps;
}

function verdict(seed: string, task: string): string {
  const lot = chanceOf(seed, `${task}/核查`);
  if (lot < 0.8) return '属实';
  return lot < 0.9 ? '补正' : '不属实';
}
