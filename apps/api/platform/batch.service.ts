import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Queryable } from '../../../database/queryable.ts';
import { faultsOf, filledIn, judgeRow, judgeRows } from '../../../domain/data-source.ts';
import type { JudgedRow, Quality, Raw } from '../../../domain/data-source.ts';
import { CaseError } from '../../../domain/errors.ts';
import { isoOf } from '../../../domain/instant.ts';
import { canonical } from '../commands/canonical.ts';
import { Database } from '../database.ts';
import { SheetReader } from '../sheets/sheet.reader.ts';
import { sheetRows } from './batch.sheet.ts';
import type { Batch, Delivery, Handle, Handled } from './source.schema.ts';
import type { StoredSource } from './source.store.ts';

export interface Sent {
  readonly name: string;
  readonly via: 'file' | 'http';
  readonly by: string;
  readonly rows: readonly { readonly number: number; readonly cells: Readonly<Record<string, Raw>> }[];
}

type Current = { readonly identity: string; readonly data: unknown; readonly batch: string; readonly row: number };

/** What a preview has looked at. */
class Looked extends Error {
  constructor(readonly batch: Batch) {
    super('looked at');
  }
}

/**
 * A batch is taken whole: sound rows become current, those that say what is known change nothing, bad ones wait in quarantine;
 * with more bad ones than the source tolerates nothing of it is taken.
 */
@Injectable()
export class BatchService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SheetReader) private readonly sheets: SheetReader,
  ) {}

  async fromFile(
    source: StoredSource,
    file: { readonly name: string; readonly bytes: Buffer },
    { by, dryRun }: { readonly by: string; readonly dryRun: boolean },
  ): Promise<Batch> {
    const rows = sheetRows(await this.sheets.read(file.bytes), source);
    return this.take(source, { name: file.name, via: 'file', by, rows }, dryRun);
  }

  fromHttp(source: StoredSource, { name, rows }: Delivery): Promise<Batch> {
    const cells = rows.map((row, index) => ({
      number: index + 1,
      cells: Object.fromEntries(Object.entries(row).map(([key, value]) => [key, plain(key, value, index + 1)])),
    }));
    return this.take(source, { name, via: 'http', by: `source:${source.id}`, rows: cells }, false);
  }

  private async take(source: StoredSource, sent: Sent, dryRun: boolean): Promise<Batch> {
    const hash = createHash('sha256').update(canonical(sent.rows)).digest('hex');
    try {
      return await this.database.transaction(async (db) => {
        await db.query('select pg_advisory_xact_lock(hashtextextended($1, 2))', [source.id]);
        const before = await known(db, source.id, hash);
        if (before) return { ...before, dryRun };
        const judged = judgeRows(source, sent.rows, await agenciesIn(db));
        refuseBad(source, judged, dryRun);
        const batch = await this.write(db, source, { sent, hash, judged });
        if (dryRun) throw new Looked({ ...batch, dryRun });
        return batch;
      });
    } catch (error) {
      if (error instanceof Looked) return error.batch;
      throw error;
    }
  }

  private async write(
    db: Queryable,
    source: StoredSource,
    { sent, hash, judged }: { sent: Sent; hash: string; judged: readonly JudgedRow[] },
  ): Promise<Batch> {
    const id = `b-${randomUUID()}`;
    const current = await currentOf(db, source.id, judged);
    const placed = judged.map((row) => ({ row, status: statusOf(row, current) }));
    const superseded = placed.flatMap(({ row, status }) =>
      status === 'accepted' && row.identity !== null && current.has(row.identity) ? [row.identity] : [],
    );
    const count = (status: string): number => placed.filter((one) => one.status === status).length;
    const quality: Quality = {
      rows: judged.length,
      accepted: count('accepted'),
      unchanged: count('unchanged'),
      superseded: superseded.length,
      quarantined: count('quarantined'),
      filled: filledIn(source, judged),
      faults: faultsOf(judged),
    };
    const at = new Date();
    await db.query(
      `insert into data_batch (id, source_id, hash, via, name, quality, received_by, received_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, source.id, hash, sent.via, sent.name, JSON.stringify(quality), sent.by, at],
    );
    await db.query(
      `update data_row set status = 'superseded', superseded_by = $3
       where source_id = $1 and status = 'accepted' and identity = any($2)`,
      [source.id, superseded, id],
    );
    await insertRows(db, { batch: id, source: source.id }, placed);
    const { name, via, by } = sent;
    return {
      id,
      source: source.id,
      name,
      via,
      repeated: false,
      dryRun: false,
      quality: { ...quality, filled: { ...quality.filled }, faults: quality.faults.map((fault) => ({ ...fault })) },
      receivedBy: by,
      receivedAt: isoOf(at.getTime()),
    };
  }

  /** One row out of quarantine: put right and judged again, or left out for good. */
  handle(source: StoredSource, batch: string, { row, data, reason }: Handle, by: string): Promise<Handled> {
    return this.database.transaction(async (db) => {
      const [found] = await db.query<{ data: Record<string, Raw> }[]>(
        `select data from data_row where batch_id = $1 and row_no = $2 and source_id = $3 and status = 'quarantined' for update`,
        [batch, row, source.id],
      );
      if (!found) throw new CaseError('NOT_OPEN', '这一行不在隔离区');
      const handled = [by, new Date(), reason] as const;
      if (!data) {
        await db.query(
          `update data_row set status = 'discarded', handled_by = $3, handled_at = $4, reason = $5 where batch_id = $1 and row_no = $2`,
          [batch, row, ...handled],
        );
        return { status: 'discarded' };
      }
      const judged = judgeRow(source, { number: row, cells: { ...found.data, ...data } }, await agenciesIn(db));
      if (judged.faults.length > 0) throw stillBad(judged);
      const current = await currentOf(db, source.id, [judged]);
      const status = statusOf(judged, current);
      if (status === 'accepted')
        await db.query(
          `update data_row set status = 'superseded', superseded_by = $3 where source_id = $1 and status = 'accepted' and identity = $2`,
          [source.id, judged.identity, batch],
        );
      await db.query(
        `update data_row set status = $3, identity = $4, unit_id = $5, occurred_on = $6, data = $7, handled_by = $8, handled_at = $9, reason = $10
         where batch_id = $1 and row_no = $2`,
        [batch, row, status, judged.identity, judged.unit, judged.day, JSON.stringify(judged.data), ...handled],
      );
      return { status: status === 'unchanged' ? 'unchanged' : 'accepted' };
    });
  }
}

function statusOf({ identity, data }: JudgedRow, current: ReadonlyMap<string, Current>) {
  if (identity === null) return 'quarantined' as const;
  const before = current.get(identity);
  return before && canonical(filled(before.data)) === canonical(filled(data))
    ? ('unchanged' as const)
    : ('accepted' as const);
}

/** Without what is empty: a column that was added later changes no row that has nothing in it. */
const filled = (data: unknown) =>
  Object.fromEntries(Object.entries(data as JudgedRow['data']).filter(([, value]) => value !== null));

async function currentOf(
  db: Queryable,
  source: string,
  rows: readonly JudgedRow[],
): Promise<ReadonlyMap<string, Current>> {
  const found = await db.query<Current[]>(
    `select identity, data, batch_id as batch, row_no as row from data_row
     where source_id = $1 and status = 'accepted' and identity = any($2)`,
    [source, rows.flatMap(({ identity }) => identity ?? [])],
  );
  return new Map(found.map((one) => [one.identity, one]));
}

async function insertRows(
  db: Queryable,
  { batch, source }: { readonly batch: string; readonly source: string },
  placed: readonly { readonly row: JudgedRow; readonly status: string }[],
): Promise<void> {
  const rows = placed.map(({ row, status }) => ({
    row_no: row.number,
    identity: row.identity,
    unit_id: row.unit,
    occurred_on: row.day,
    data: row.data,
    status,
    faults: row.faults,
  }));
  await db.query(
    `insert into data_row (batch_id, row_no, source_id, identity, unit_id, occurred_on, data, status, faults)
     select $1, r.row_no, $2, r.identity, r.unit_id, r.occurred_on, r.data, r.status, r.faults
     from jsonb_to_recordset($3) as r(row_no int, identity text, unit_id text, occurred_on date, data jsonb, status text, faults jsonb)`,
    [batch, source, JSON.stringify(rows)],
  );
}

async function known(db: Queryable, source: string, hash: string): Promise<Batch | null> {
  const [row] = await db.query<(Omit<Batch, 'receivedAt' | 'repeated' | 'dryRun'> & { receivedAt: number })[]>(
    `select id, source_id as source, name, via, quality, received_by as "receivedBy", received_at as "receivedAt"
     from data_batch where source_id = $1 and hash = $2`,
    [source, hash],
  );
  return row ? { ...row, receivedAt: isoOf(row.receivedAt), repeated: true, dryRun: false } : null;
}

/** By id and by name. */
async function agenciesIn(db: Queryable): Promise<ReadonlyMap<string, string>> {
  const rows = await db.query<{ id: string; name: string }[]>('select id, name from agency');
  return new Map(rows.flatMap(({ id, name }) => [[name, id] as const, [id, id] as const]));
}

function refuseBad({ tolerance }: StoredSource, rows: readonly JudgedRow[], dryRun: boolean): void {
  const bad = rows.filter(({ identity }) => identity === null);
  if (dryRun || bad.length <= rows.length * tolerance) return;
  throw new CaseError('BAD_BATCH', `${rows.length} 行中有 ${bad.length} 行不合要求，超过了允许的比例，整批没有接收`, {
    defects: bad.slice(0, 200).flatMap(({ number, faults }) =>
      faults.map(({ field, code, value }) => ({
        code,
        message: `第 ${number} 行 ${field}：“${value}”`,
        path: `${number}.${field}`,
      })),
    ),
  });
}

const stillBad = ({ number, faults }: JudgedRow): CaseError =>
  new CaseError('STILL_BAD', '改过以后仍不合要求', {
    defects: faults.map(({ field, code, value }) => ({
      code,
      message: `第 ${number} 行 ${field}：“${value}”`,
      path: `${number}.${field}`,
    })),
  });

function plain(key: string, value: unknown, row: number): Raw {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  throw new CaseError('INVALID_BODY', `第 ${row} 行“${key}”应是文字、数字或空`, { path: `rows.${row - 1}.${key}` });
}
