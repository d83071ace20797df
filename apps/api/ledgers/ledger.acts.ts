import { Inject, Injectable } from '@nestjs/common';
import { ledgerCatalogue } from '../../../definitions/ledgers.ts';
import type { LedgerAct } from '../../../definitions/ledgers.ts';
import { isBusiness } from '../../../domain/access.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { CaseError } from '../../../domain/errors.ts';
import { refusal } from '../../../domain/registry.ts';
import type { Variables } from '../../../engine/command.ts';
import type { Caller } from '../access/caller.ts';
import { ObjectQueries } from '../access/object.queries.ts';
import { CommandService } from '../commands/command.service.ts';
import type { Envelope } from '../commands/envelope.ts';
import { Database } from '../database.ts';
import { LedgerQueries } from './ledger.queries.ts';
import type { LedgerRow } from './ledger.queries.ts';
import type { ChangedRecord, RecordAct } from './ledger.schema.ts';

/** What the catalogue lets the caller do to a record outside a step: 销号 with proof, reopening. */
export function actsOn(caller: Caller, row: LedgerRow): string[] {
  return Object.entries(ledgerCatalogue[row.ledger]?.acts ?? {})
    .filter(([, act]) => act.from.includes(row.status) && mayDo(caller, act, row))
    .map(([name]) => name);
}

function mayDo(caller: Caller, { roles, agencies }: LedgerAct, row: LedgerRow): boolean {
  if (!isBusiness(caller)) return false;
  const owner = agencies.map((path) => valueAt(row, path)).find((one) => one !== undefined);
  return caller.posts.some(({ role, agency, parent }) => roles.includes(role) || agency === owner || parent === owner);
}

/** A path of the catalogue in a record, or in what its case says. */
function valueAt({ data, caseVariables }: LedgerRow, path: string): string | undefined {
  const [first = '', ...rest] = path.split('.');
  const [start, names] = first === 'case' ? [caseVariables as unknown, rest] : [data as unknown, [first, ...rest]];
  const value = names.reduce<unknown>(
    (at, name) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[name] : undefined),
    start,
  );
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Carries an act of the catalogue out: as a command of the case, with who, when and the proof in the record. */
@Injectable()
export class LedgerActs {
  constructor(
    @Inject(LedgerQueries) private readonly ledgers: LedgerQueries,
    @Inject(ObjectQueries) private readonly objects: ObjectQueries,
    @Inject(CommandService) private readonly commands: CommandService,
    @Inject(Database) private readonly database: Database,
  ) {}

  async carryOut(kind: string, order: RecordAct, caller: Caller, envelope: Envelope): Promise<ChangedRecord> {
    const { caseId, id, reason } = order;
    const row = await this.ledgers.one(kind, caller, { caseId, id });
    const found = row && (await this.objects.caseById(caseId, caller));
    if (!found) throw new CaseError('NOT_FOUND', '没有这条记录，或者您不在知悉范围内');
    const act = ledgerCatalogue[kind]?.acts[order.act];
    if (!act) throw refusal('UNKNOWN_ACT', `此台账没有“${order.act}”`, 'act');
    if (!act.from.includes(row.status)) throw new CaseError('WRONG_STATE', `此记录的状态不能再“${act.name}”`);
    if (!mayDo(caller, act, row)) throw new CaseError('FORBIDDEN', `此记录不归您“${act.name}”`);
    await this.refuseUnproven(act, order);
    const data = proofOf(order, caller, envelope.receivedAt);
    const { settled } = await this.commands.carryOut({
      caller,
      case: found,
      envelope,
      act: { kind: 'changeRecords', records: [{ ledger: kind, id, status: act.to, data }] },
      reason,
    });
    return { caseId, id, status: act.to, settled };
  }

  /** Proof is a file of this very case and a sentence about it. */
  private async refuseUnproven(act: LedgerAct, { caseId, proof, files, reason }: RecordAct): Promise<void> {
    if (act.reason && !reason) throw refusal('NO_REASON', `“${act.name}”须写明理由`, 'reason');
    if (act.proof && !proof) throw refusal('NO_PROOF', `“${act.name}”须写明完成情况`, 'proof');
    if (act.proof && files.length === 0) throw refusal('NO_PROOF', `“${act.name}”须附佐证材料`, 'files');
    if (files.length === 0) return;
    const rows = await this.database.rows<{ id: string }>(
      'select id from attachment where id = any($1) and case_id = $2',
      [files, caseId],
    );
    const missing = files.find((file) => !rows.some(({ id }) => id === file));
    if (missing !== undefined) throw refusal('UNKNOWN_FILE', '佐证材料应是本案的附件', 'files');
  }
}

function proofOf({ proof, files }: RecordAct, { user }: Caller, receivedAt: number): Variables {
  return {
    changedBy: user,
    changedOn: civilDateOf(receivedAt),
    ...(proof ? { proof } : {}),
    ...(files.length > 0 ? { files } : {}),
  };
}
