import { civilDateOf } from '../../../../domain/civil-date.ts';
import { drawIn } from '../../../../domain/duty-sample.ts';
import { none, same } from './check.ts';
import type { Check } from './check.ts';
import { dutyKeeper, dutyListOf, obligationsOf } from '../duties.ts';
import type { Obligation } from '../duties.ts';
import { pagesOf } from '../pages.ts';
import type { Year } from '../year.types.ts';

interface ListDetail {
  readonly duties: readonly {
    readonly no: string;
    readonly leads: readonly string[];
    readonly cycle: keyof typeof times;
  }[];
  readonly sampleShare: number;
}
interface FirstTask {
  readonly id: string;
  readonly caseId: string;
  readonly dueOn: string | null;
}

const times = { month: 12, quarter: 4, 'half-year': 2, year: 1, once: 1 } as const;
const states = ['open', 'suspended', 'completed', 'cancelled'] as const;

/** What the list asks for is what was opened, once each: counted by the worklist's tasks, not by the list's own plan. */
export async function checkDuties(of: Year): Promise<readonly Check[]> {
  const http = await of.signIn(dutyKeeper);
  const today = civilDateOf(Date.now());
  const all = await obligationsOf(http, of);
  const detail = (await http.get(`/duties/lists/${dutyListOf(of)}`)) as ListDetail;
  const asked = detail.duties.reduce((sum, { leads, cycle }) => sum + leads.length * times[cycle], 0);
  const due = all.filter(({ opensOn, state }) => opensOn < today && state !== 'cancelled' && state !== 'skipped');
  const tasks = await firstTasks(of);
  const wrong = due.filter(({ caseId }) => (tasks.get(caseId ?? '') ?? []).length !== 1);
  const otherwiseDue = due.filter(({ caseId, dueOn }) => tasks.get(caseId ?? '')?.some((task) => task.dueOn !== dueOn));
  const perItem = detail.duties.filter(({ no, leads, cycle }) => {
    const own = all.filter(({ item }) => item === no);
    return (
      own.length !== leads.length * times[cycle] ||
      new Set(own.map(({ lead, period }) => `${lead} ${period}`)).size !== own.length
    );
  });
  return [
    same('责任清单全年要求的次数等于各事项的周期数', all.length, asked),
    none('每个事项、每个单位、每个周期恰好一项', perItem.map(({ no }) => no), detail.duties.length),
    none('到期的责任事项各有且只有一项任务', wrong.map(({ id }) => id), due.length),
    same('责任事项的案件没有一件重复', new Set(due.map(({ caseId }) => caseId)).size, due.length),
    none('责任事项的任务到期日与清单一致', otherwiseDue.map(({ id }) => id), due.length),
    sampled(all, detail.sampleShare, of),
    await reconciled(of),
  ]; // prettier-ignore
}

/** The step in which an obligation is done, by case; once a case, whatever became of it. */
async function firstTasks(of: Year): Promise<ReadonlyMap<string, readonly FirstTask[]>> {
  const http = await of.signIn('cdi.head');
  const pages = await Promise.all(
    states.map((status) =>
      pagesOf<FirstTask>(http, `/tasks?definitionKey=ZeRenShiXiang&elementId=DUTY_DO&status=${status}&brief=true`),
    ),
  );
  return Map.groupBy(pages.flat(), ({ caseId }) => caseId);
}

/** Of each half of the year at least the share, and the same for whoever draws again. */
function sampled(all: readonly Obligation[], share: number, { seed, year }: Year): Check {
  const halves = [...Map.groupBy(all, ({ dueOn }) => `${dueOn.slice(0, 4)} ${Number(dueOn.slice(5, 7)) > 6}`).values()];
  const list = dutyListOf({ seed, year });
  const drawn = halves.map((some) => {
    const all = some.map(({ id, lead }) => ({ id, lead, area: '', marked: false }));
    const lots = drawIn({ all, share, seed: `${list}/${year}`, strata: 'none' });
    return new Set(lots.filter((lot) => lot.drawn).map(({ id }) => id));
  });
  const checked = new Set(all.filter(({ state }) => state === 'checking' || state === 'redo').map(({ id }) => id));
  const stray = [...checked].filter((id) => !drawn.some((half) => half.has(id)));
  return {
    name: `责任事项每半年抽查不低于 ${share * 100}%，在查的都是抽中的`,
    holds: halves.every((some, index) => (drawn[index]?.size ?? 0) >= some.length * share) && stray.length === 0,
    counted: `${halves.map((some, index) => `${drawn[index]?.size}/${some.length}`).join('，')}；未抽中而在查 ${stray.length}`,
  };
}

/** The ledger, which the cases write, has as many duties as the lists have opened; a page of it only estimates its total. */
async function reconciled(of: Year): Promise<Check> {
  const http = await of.signIn('cdi.head');
  const { total } = (await http.get('/ledgers/duty/summary')) as { readonly total: number };
  const { items } = (await http.get('/duties/lists')) as {
    readonly items: readonly { readonly obligations: Readonly<Record<string, number>> }[];
  };
  const opened = ['open', 'overdue', 'checking', 'done', 'failed'];
  const asked = items.reduce(
    (sum, { obligations }) => sum + opened.reduce((part, state) => part + (obligations[state] ?? 0), 0),
    0,
  );
  return same('责任台账与责任清单件数一致', total, asked);
}
