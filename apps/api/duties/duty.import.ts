import { Inject, Injectable } from '@nestjs/common';
import type { Queryable } from '../../../database/queryable.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import type { DutyItem } from '../../../domain/duty.ts';
import { CaseError } from '../../../domain/errors.ts';
import type { Caller } from '../access/caller.ts';
import { canonical } from '../commands/canonical.ts';
import { Database } from '../database.ts';
import { RoleStore } from '../roles/role.store.ts';
import { linesOf } from '../sheets/columns.ts';
import type { SheetDefect } from '../sheets/columns.ts';
import { SheetReader } from '../sheets/sheet.reader.ts';
import { dutyColumns } from './duty.columns.ts';
import { marksOf } from './duty.marks.ts';
import { replan } from './duty.plan.ts';
import { itemsOf } from './duty.reading.ts';
import type { KnownNames } from './duty.reading.ts';
import type { ItemsQuery, ItemsReport } from './duty.schema.ts';
import { DutySchedules } from './duty.schedules.ts';
import { DutyStore } from './duty.store.ts';
import type { DutyList } from './duty.store.ts';
import { unitCategories } from './duty.words.ts';

interface SentFile {
  readonly name: string;
  readonly bytes: Buffer;
}

const mostDefects = 200;
const mostItems = 2_000;

/** A whole sheet becomes the next version of a list; one wrong line keeps all of it out. */
@Injectable()
export class DutyImport {
  constructor(
    @Inject(SheetReader) private readonly sheets: SheetReader,
    @Inject(Database) private readonly database: Database,
    @Inject(RoleStore) private readonly roles: RoleStore,
    @Inject(DutyStore) private readonly store: DutyStore,
    @Inject(DutySchedules) private readonly schedules: DutySchedules,
  ) {}

  async bring(id: string, file: SentFile, query: ItemsQuery, caller: Caller): Promise<ItemsReport> {
    const read = linesOf(await this.sheets.read(file.bytes, mostItems), dutyColumns);
    const names = await this.names();
    const report = await this.store.change(id, { caller, preview: query.dryRun }, async (db, list) => {
      if (list.status === 'ended') throw new CaseError('ALREADY_ENDED', '清单已经结束，不能再改');
      const found = itemsOf(read.lines, names, list.year);
      const defects = [...read.defects, ...found.defects].toSorted((one, other) => one.row - other.row);
      if (defects.length === 0 && found.items.length === 0) defects.push(nothing);
      if (defects.length > 0 && !query.dryRun) throw refused(defects);
      return this.take(db, list, { items: found.items, defects, file, query });
    });
    if (!query.dryRun && report.changed) await this.schedules.follow();
    return report;
  }

  private async take(
    db: Queryable,
    list: DutyList,
    of: { items: readonly DutyItem[]; defects: readonly SheetDefect[]; file: SentFile; query: ItemsQuery },
  ) {
    const { items, defects, file, query } = of;
    const before = await this.store.items(list.id, list.version, db);
    const changed = defects.length === 0 && canonical(before) !== canonical(items);
    const version = changed ? list.version + 1 : list.version;
    let obligations = { added: 0, moved: 0, removed: 0 };
    if (changed) {
      await writeItems(db, list.id, version, items);
      const from = list.status === 'draft' ? list.startsOn : (query.from ?? civilDateOf(Date.now()));
      obligations = await replan(db, { list: list.id, year: list.year, version, startsOn: list.startsOn, items, from });
    }
    const report: ItemsReport = {
      list: list.id,
      fileName: file.name,
      dryRun: query.dryRun,
      version,
      items: items.length,
      areas: new Set(items.map(({ area }) => area)).size,
      marked: items.filter((item) => marksOf(item).length > 0).length,
      changed,
      obligations,
      defects: defects.slice(0, mostDefects),
    };
    const details = { fileName: file.name, items: items.length, ...obligations };
    return { done: changed ? { act: 'imported', reason: query.reason, details } : null, result: report };
  }

  private async names(): Promise<KnownNames> {
    const agencies = await this.database.rows<{ id: string; name: string; category: string | null }>(
      `select a.id, a.name, case when u.until is null then t.category end as category
       from agency a left join unit u on u.agency_id = a.id
         left join lateral (select category from unit_term where unit_id = u.agency_id order by since desc limit 1) t on true`,
    );
    const roles = await this.roles.all();
    const categories = Map.groupBy(agencies, ({ category }) => unitCategories[category ?? ''] ?? '');
    categories.delete('');
    return {
      agencies: new Map(agencies.flatMap(({ id, name }) => [[name, id] as const, [id, id] as const])),
      categories: new Map([...categories].map(([name, some]) => [name, some.map(({ id }) => id)])),
      roles: new Map(Object.entries(roles).flatMap(([key, { name }]) => [[name, key] as const, [key, key] as const])),
    };
  }
}

async function writeItems(db: Queryable, list: string, version: number, items: readonly DutyItem[]): Promise<void> {
  await db.query('update duty_list set version = $2 where id = $1', [list, version]);
  await db.query(
    `insert into duty_item (list_id, version, no, position, subject, area, measure, leads, role, helpers, evidence, cycle, opens, within, basis, weight, powers, times, stages)
     select $1, $2, r.no, r.position, r.subject, r.area, r.measure, r.leads, r.role, r.helpers, r.evidence, r.cycle, r.opens, r.within, r.basis, r.weight, r.powers, r.times, r.stages
     from jsonb_to_recordset($3) as r(no text, position int, subject text, area text, measure text, leads text[], role text,
       helpers text[], evidence text, cycle text, opens text, within text, basis text, weight numeric,
       powers text[], times text[], stages text[])`,
    [list, version, JSON.stringify(items.map((item, position) => ({ ...item, position })))],
  );
}

const nothing: SheetDefect = { row: 1, column: '', code: 'EMPTY_SHEET', message: '文件里没有责任事项' };

const refused = (defects: readonly SheetDefect[]): CaseError =>
  new CaseError('INVALID_SHEET', `文件有 ${defects.length} 处错误，没有导入任何一项`, {
    defects: defects.slice(0, mostDefects).map(({ row, column, code, message }) => ({
      code,
      message: `第 ${row} 行${column === '' ? '' : ` ${column}`}：${message}`,
      path: `${row}.${column}`,
    })),
  });
