import { setTimeout as pause } from 'node:timers/promises';
import { exampleDuties } from '../../../definitions/duties.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { lotOf, sampleOf } from '../../../domain/duty-sample.ts';
import type { Http } from '../../../scenarios/http.ts';
import type { SignIn } from '../demo/drive.ts';
import { whoActs, type TaskHolder } from '../demo/who-acts.ts';
import { none, same } from './check.ts';
import type { Check } from './check.ts';

interface Obligation {
  readonly id: string;
  readonly item: string;
  readonly lead: string;
  readonly period: string;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly state: string;
  readonly caseId: string | null;
  readonly taskId: string | null;
}

export interface YearOrder {
  readonly seed: string;
  /** Items of the example list, drawn by lot. */
  readonly items: number;
  readonly say: (line: string) => void;
}

const keeper = 'cdi.style';
const patience = 600;
const live: ReadonlySet<string> = new Set(['open', 'overdue', 'checking', 'redo', 'accounting']);
/** Share of the opened obligations that somebody does. */
const diligence = 0.4;

/** A year of duties: a list that begins in January, its schedules run through the year by backfill, some of it done, all of it counted. */
export async function yearOfDuties(signIn: SignIn, { seed, items, say }: YearOrder): Promise<readonly Check[]> {
  const http = await signIn(keeper);
  const today = civilDateOf(Date.now());
  const year = Number(today.slice(0, 4));
  const id = `year-${year}-${seed}`;
  await begin(http, { id, year, sheet: drawn(exampleDuties(year), seed, items) });
  say(`责任清单 ${id} 已施行，正在按日程补开全年事项…`);
  const opened = await untilOpened(http, id, today);
  say(`已开启 ${opened.filter(({ caseId }) => caseId !== null).length} 项`);
  await doSome(signIn, opened, seed);
  return [...(await counted(http, id, { today, year })), await reconciled(await signIn('cdi.head'))];
}

/** The head and as many lines as asked for, whichever come first by lot. */
function drawn(sheet: string, seed: string, items: number): string {
  const [head = '', ...lines] = sheet.trim().split('\n');
  const chosen = lines.toSorted((one, other) => lotOf(seed, one) - lotOf(seed, other)).slice(0, items);
  return [head, ...lines.filter((line) => chosen.includes(line)), ''].join('\n');
}

async function begin(http: Http, { id, year, sheet }: { id: string; year: number; sheet: string }): Promise<void> {
  const { items } = (await http.get('/duties/lists')) as { items: readonly { id: string; status: string }[] };
  const known = items.find((list) => list.id === id);
  if (!known) await http.post('/duties/lists', { id, name: `全年演练 ${id}`, year });
  if (known && known.status !== 'draft') return;
  await http.upload(`/duties/lists/${id}/items`, 'year.csv', new Blob([sheet]));
  await http.post(`/duties/lists/${id}/begin`, { missed: 'open', reason: '全年演练' });
}

async function obligationsOf(http: Http, id: string): Promise<readonly Obligation[]> {
  const all: Obligation[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const path = `/duties/lists/${id}/obligations?limit=200${cursor === '' ? '' : `&cursor=${cursor}`}`;
    const page = (await http.get(path)) as { items: readonly Obligation[]; nextCursor: string | null };
    all.push(...page.items);
    cursor = page.nextCursor;
  }
  return all;
}

async function untilOpened(http: Http, id: string, today: string): Promise<readonly Obligation[]> {
  for (let tries = 0; tries < patience; tries += 1) {
    const all = await obligationsOf(http, id);
    if (all.every(({ state, opensOn }) => opensOn >= today || (state !== 'missed' && state !== 'planned'))) return all;
    await pause(1_000);
  }
  throw new Error(`十分钟以后仍有到期未开启的事项`);
}

/** Until no obligation is on its way from one step to the next; what stays between steps is told by the checks. */
async function atRest(http: Http, id: string): Promise<readonly Obligation[]> {
  for (let tries = 0; ; tries += 1) {
    const all = await obligationsOf(http, id);
    if (tries > 60 || all.every((one) => one.taskId !== null || !live.has(one.state))) return all;
    await pause(1_000);
  }
}

/** By lot some obligations are done, each by somebody whose they are. */
async function doSome(signIn: SignIn, all: readonly Obligation[], seed: string): Promise<void> {
  const open = all.filter(({ taskId, state }) => taskId !== null && (state === 'open' || state === 'overdue'));
  for (const { id, taskId } of open) {
    if (lotOf(`${seed}/做`, id) % 100 >= diligence * 100) continue;
    const task = (await (await signIn('cdi.head')).get(`/tasks/${taskId}`)) as TaskHolder;
    const who = whoActs(task, keeper);
    if (!who) throw new Error(`${id} 没有哪个示例账号可以办理`);
    const body = { outcome: '已落实', variables: { done: '演练：已落实', noEvidence: true } };
    await (await signIn(who)).post(`/tasks/${taskId}/complete`, body);
  }
}

async function counted(
  http: Http,
  id: string,
  { today, year }: { today: string; year: number },
): Promise<readonly Check[]> {
  const all = await atRest(http, id);
  const detail = (await http.get(`/duties/lists/${id}`)) as {
    readonly duties: readonly { no: string; leads: readonly string[]; cycle: keyof typeof times }[];
    readonly sampleShare: number;
  };
  const asked = detail.duties.reduce((sum, { leads, cycle }) => sum + leads.length * times[cycle], 0);
  const due = all.filter(({ opensOn }) => opensOn < today);
  const cases = due.flatMap(({ caseId }) => caseId ?? []);
  const inHand = due.filter(({ state }) => live.has(state));
  const halves = [...Map.groupBy(all, ({ dueOn }) => `${dueOn.slice(0, 4)} ${Number(dueOn.slice(5, 7)) > 6}`).values()];
  const sampled = halves.map(
    (some) =>
      sampleOf(
        some.map((one) => one.id),
        detail.sampleShare,
        `${id}/${year}`,
      ).size,
  );
  return [
    same('全年要求的次数等于各事项的周期数', all.length, asked),
    same('到期的事项每项恰好一件', new Set(cases).size, due.length),
    none(
      '没有到期未开启的',
      due.filter(({ caseId }) => caseId === null).map((one) => one.id),
    ),
    none(
      '在办事项都有承办环节',
      inHand.filter(({ taskId }) => taskId === null).map((one) => one.id),
    ),
    none(
      '在办事项都有期限',
      inHand.filter(({ dueOn }) => dueOn === '').map((one) => one.id),
    ),
    {
      name: `每半年抽查不低于 ${detail.sampleShare * 100}%`,
      holds: halves.every((some, index) => (sampled[index] ?? 0) >= some.length * detail.sampleShare),
      counted: halves.map((some, index) => `${sampled[index]}/${some.length}`).join('，'),
    },
  ];
}

const times = { month: 12, quarter: 4, 'half-year': 2, year: 1, once: 1 } as const;

/** The ledger, which the cases write, has as many duties as the lists have opened. */
async function reconciled(http: Http): Promise<Check> {
  const { total } = (await http.get('/ledgers/duty?limit=1')) as { readonly total: number };
  const { items } = (await http.get('/duties/lists')) as {
    readonly items: readonly { readonly obligations: Readonly<Record<string, number>> }[];
  };
  const opened = ['open', 'overdue', 'checking', 'done', 'failed'];
  const asked = items.reduce(
    (sum, { obligations }) => sum + opened.reduce((part, state) => part + (obligations[state] ?? 0), 0),
    0,
  );
  return same('台账与清单件数一致', total, asked);
}
