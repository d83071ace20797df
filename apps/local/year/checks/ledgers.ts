import type { Http } from '../../../../scenarios/http.ts';
import { none, same } from './check.ts';
import type { Check } from './check.ts';
import { atOnce } from '../at-once.ts';
import { knownCases } from '../cases.ts';
import { pagesOf } from '../pages.ts';
import { reconciled } from '../reconcile.ts';
import type { Year } from '../year.types.ts';

export interface LedgerLine {
  readonly id: string;
  readonly caseId: string;
  readonly status: string;
  readonly closed: boolean;
  readonly unit: string | null;
  readonly elementId: string | null;
  readonly changedAt: string;
  readonly data: Readonly<Record<string, unknown>>;
}
interface Summary {
  readonly total: number;
  readonly open: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly units: readonly { readonly total: number; readonly open: number }[];
}
interface DoneTask {
  readonly caseId: string;
  readonly elementId: string;
  readonly endedAt: string | null;
  readonly endedBy: string | null;
}

/** The ledgers whose lines are struck off one by one. */
const struckOff = ['item', 'recommendation', 'duty'] as const;
/** What a step closes stands in the ledger within this time. */
const moment = 10_000;

/** The ledgers count what they hold, what was sent has arrived, and nothing was struck off without proof. */
export async function checkLedgers(of: Year): Promise<readonly Check[]> {
  const http = await of.signIn('cdi.head');
  const { ledgers } = (await http.get('/ledgers')) as { readonly ledgers: readonly { readonly kind: string }[] };
  const wrong: string[] = [];
  for (const { kind } of ledgers) if (!(await addsUp(http, kind))) wrong.push(kind);
  return [
    none('各台账的状态数、单位数与明细相加一致', wrong, ledgers.length),
    ...(await transfers(http)),
    await agreed(of, http),
    await proofs(http),
  ];
}

async function addsUp(http: Http, kind: string): Promise<boolean> {
  const summary = (await http.get(`/ledgers/${kind}/summary`)) as Summary;
  const lines = await pagesOf<LedgerLine>(http, `/ledgers/${kind}`);
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
  const byStatus = Map.groupBy(lines, ({ status }) => status);
  return (
    summary.total === lines.length &&
    summary.open === lines.filter(({ closed }) => !closed).length &&
    sum(Object.values(summary.statuses)) === lines.length &&
    Object.entries(summary.statuses).every(([status, count]) => byStatus.get(status)?.length === count) &&
    sum(summary.units.map(({ total }) => total)) === lines.length &&
    sum(summary.units.map(({ open }) => open)) === summary.open
  );
}

/** 移送对账: in each family as many clues have been received, each as a case of its own, as were handed over. */
async function transfers(http: Http): Promise<readonly Check[]> {
  const sent = (await pagesOf<LedgerLine>(http, '/ledgers/clue')).filter(
    ({ elementId }) => elementId === 'TRANSFER_DELIVER',
  );
  const received = await pagesOf<{ readonly family: string; readonly parentId: string | null }>(
    http,
    '/cases?definitionKey=XianSuoBanLi',
  );
  const arrived = received.filter(({ parentId }) => parentId !== null);
  const bySender = Map.groupBy(sent, ({ caseId }) => caseId);
  const byReceiver = Map.groupBy(arrived, ({ parentId }) => parentId ?? '');
  const different = [...new Set([...bySender.keys(), ...byReceiver.keys()])].filter(
    (id) => bySender.get(id)?.length !== byReceiver.get(id)?.length,
  );
  return [
    same('线索移送数等于接收数', sent.length, arrived.length),
    none('每一件移送案件的移送与接收逐件相符', different, bySender.size),
  ];
}

/** 对账单: both sides have agreed, on the same numbers. */
async function agreed(of: Year, http: Http): Promise<Check> {
  const known = await knownCases(of);
  const wrong: string[] = [];
  for (const title of reconciled(of)) {
    const [line] = await pagesOf<LedgerLine>(http, `/ledgers/reconciliation?caseId=${known.get(title) ?? ''}`);
    if (line?.status !== 'closed' || line.data['sent'] !== line.data['received']) wrong.push(title);
  }
  return none('移送单位与案管室的对账单一致', wrong, reconciled(of).length);
}

/** 销号 has its proof: what was done, or files, or the step in which somebody verified it. */
async function proofs(http: Http): Promise<Check> {
  const pages = struckOff.map((kind) => pagesOf<LedgerLine>(http, `/ledgers/${kind}?closed=true`));
  const closed = (await Promise.all(pages)).flat();
  const done = new Map<string, readonly DoneTask[]>();
  await atOnce([...new Set(closed.map((line) => line.caseId))], async (caseId) => {
    done.set(caseId, await pagesOf<DoneTask>(http, `/tasks?caseId=${caseId}&status=completed&brief=true`));
  });
  const bare = closed.filter((line) => !isProved(line, done.get(line.caseId) ?? []));
  return none('已销号的事项都有凭据', bare.map(({ caseId, id }) => `${caseId}/${id}`), closed.length); // prettier-ignore
}

function isProved({ data, changedAt, elementId }: LedgerLine, done: readonly DoneTask[]): boolean {
  if (filled(data['proof']) || filled(data['files'])) return true;
  const at = Date.parse(changedAt);
  return done.some(
    (task) =>
      task.endedBy !== null && (task.elementId === elementId || Math.abs(Date.parse(task.endedAt ?? '') - at) < moment),
  );
}

const filled = (value: unknown): boolean =>
  (typeof value === 'string' && value !== '') || (Array.isArray(value) && value.length > 0);
