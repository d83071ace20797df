import { setTimeout as pause } from 'node:timers/promises';
import { civilDateOf } from '../../../domain/civil-date.ts';
import type { OpeningCycle } from '../../../domain/opening-cycle.ts';
import { Surprise } from '../../../scenarios/surprise.ts';
import type { Http } from '../../../scenarios/http.ts';
import { pagesOf } from './pages.ts';
import type { Year } from './year.types.ts';

export interface RecurringSeen {
  readonly id: string;
  readonly cycle: OpeningCycle;
  readonly status: string;
  readonly startsOn: string;
}

export interface OpeningSeen {
  readonly id: string;
  readonly opensOn: string;
  readonly state: string;
  readonly caseId: string | null;
}

const keeper = 'cdi.style';
/** Sees every case. */
export const recurringReader = 'supervisor';
/** What the year itself does by other means is left as it is; what asks every unit stays small. */
const chosen: ReadonlySet<string> = new Set([
  'integrity-briefing',
  'joint-meeting',
  'petition-analysis',
  'petition-note',
]);
const patience = 600;

export async function recurringOf(http: Http): Promise<readonly RecurringSeen[]> {
  const { items } = (await http.get('/recurring')) as { readonly items: readonly RecurringSeen[] };
  return items.filter(({ id, status }) => status === 'active' && chosen.has(id));
}

export const openingsOf = (http: Http, id: string): Promise<readonly OpeningSeen[]> =>
  pagesOf<OpeningSeen>(http, `/recurring/${id}/openings`);

export const isLeft = ({ opensOn, state }: OpeningSeen): boolean =>
  opensOn < civilDateOf(Date.now()) && (state === 'planned' || state === 'missed');

/** Recurring procedures, run through the year by the backfill of their schedules. Again for the same year it opens nothing more. */
export async function runRecurring({ signIn, year, say }: Year): Promise<void> {
  const [http, reader] = [await signIn(keeper), await signIn(recurringReader)];
  const startsOn = `${year}-01-01`;
  const inForce = await recurringOf(reader);
  for (const { id, startsOn: before } of inForce)
    if (before > startsOn) await http.patch(`/recurring/${id}`, { startsOn, missed: 'open', reason: '全年演练' });
  let opened = 0;
  for (const { id } of inForce) opened += await untilOpened(reader, id);
  say(`周期程序 ${inForce.length} 种，自动开启 ${opened} 件`);
}

async function untilOpened(http: Http, id: string): Promise<number> {
  for (let tries = 0; tries < patience; tries += 1) {
    const all = await openingsOf(http, id);
    if (!all.some(isLeft)) return all.filter(({ caseId }) => caseId !== null).length;
    await pause(1_000);
  }
  throw new Surprise(`周期程序 ${id} 仍有到期未开启的`);
}
