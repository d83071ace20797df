/** Fast-forward of a trial with its whole family, in rounds from alarm to alarm. */
import type { Client } from '@temporalio/client';
import { CaseError } from '../domain/errors.ts';
import { caseStandingQuery, caseWorkflowId } from './case.messages.ts';
import { clockOf, moveClock } from './trial-clock.ts';

export interface FamilyMembers {
  /** Ids of all cases of the family, ended ones too. */
  members(): Promise<readonly string[]>;
  /** Deliveries of the family that are under way. */
  pendingDeliveries(): Promise<number>;
}

interface Standing {
  readonly caseId: string;
  readonly clock: number;
  readonly nextAlarmAt: number | null;
  readonly busy: boolean;
}

/**
 * Milliseconds that a jump aims beyond an alarm. A server that reaches the end of a jump while the alarm's workflow task
 * is still at work skips on to whatever timer comes next; so the end must be later than that task can take.
 */
const beyond = 15_000;

/** Milliseconds that a family may take to come to rest between two alarms. */
const patience = 60_000;

/**
 * Moves every open case of a family on by `byMs`, measured on the clock of `caseId`. Each round brings all of them to
 * the family's next alarm and waits until all rest, so that alarms ring in order across the cases; a case opened on the
 * way joins at its opener's clock, and in the end all stand at the target or a few seconds beyond. Answers the clock of `caseId`.
 */
export async function fastForwardFamily(
  client: Client,
  { caseId, family }: { readonly caseId: string; readonly family: FamilyMembers },
  byMs: number,
): Promise<number> {
  let open = await restingFamily(client, family);
  const from = open.find((member) => member.caseId === caseId)?.clock;
  if (from === undefined) throw new CaseError('CASE_CLOSED', '试运行已经结束，不能再快进。');
  const target = from + byMs;
  for (;;) {
    const next = Math.min(...open.flatMap(({ nextAlarmAt }) => (nextAlarmAt === null ? [] : [nextAlarmAt])));
    if (next > target && open.every(({ clock }) => clock >= target)) break;
    const aim = next > target ? target : next + beyond;
    await Promise.all(open.map((member) => moveClock(client, member.caseId, aim - member.clock)));
    open = await restingFamily(client, family, Math.min(aim, next));
  }
  return (await clockOf(client, caseId)) ?? target;
}

/** When the family's next alarm will ring, once it rests; null when nothing waits for time. */
export async function nextAlarmOf(client: Client, family: FamilyMembers): Promise<number | null> {
  const open = await restingFamily(client, family);
  const alarms = open.flatMap(({ nextAlarmAt }) => (nextAlarmAt === null ? [] : [nextAlarmAt]));
  return alarms.length === 0 ? null : Math.min(...alarms);
}

/** Open members once none of them has anything to do at `reached` or before. */
async function restingFamily(client: Client, family: FamilyMembers, reached = 0): Promise<readonly Standing[]> {
  const giveUp = performance.now() + patience;
  while (performance.now() < giveUp) {
    const members = await Promise.all((await family.members()).map((caseId) => standingOf(client, caseId)));
    const open = members.filter((member) => member !== null);
    const ringing = ({ nextAlarmAt, busy }: Standing): boolean =>
      busy || (nextAlarmAt !== null && nextAlarmAt <= reached);
    if (!open.some(ringing) && (await family.pendingDeliveries()) === 0) return open;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new CaseError('NOT_AT_REST', '试运行中仍有外部服务或子案件在办，暂时不能快进。');
}

/** Null for a case that has ended. */
async function standingOf(client: Client, caseId: string): Promise<Standing | null> {
  const clock = await clockOf(client, caseId);
  if (clock === null) return null;
  const { nextAlarmAt, busy } = await client.workflow.getHandle(caseWorkflowId(caseId)).query(caseStandingQuery);
  return { caseId, clock, nextAlarmAt, busy };
}
