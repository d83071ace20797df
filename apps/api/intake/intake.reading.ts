import { Inject, Injectable } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { modelForNewCase } from '../../../database/definition.queries.ts';
import { fromPool } from '../../../database/queryable.ts';
import type { Json } from '../../../engine/command.ts';
import type { ProcessModel } from '../../../engine/model.ts';
import { startFormOf } from '../../../engine/start-form.ts';
import { Database } from '../database.ts';
import { FormStore } from '../forms/form.store.ts';
import { linesOf } from '../sheets/columns.ts';
import type { SheetDefect } from '../sheets/columns.ts';
import { SheetReader } from '../sheets/sheet.reader.ts';
import { columnsFor, startColumn, titleColumn } from './intake.columns.ts';
import type { IntakeColumns, Known } from './intake.columns.ts';

/** What one row asks to be opened. */
export interface IntakeLine {
  readonly number: number;
  readonly title: string;
  readonly startsOn: string;
  readonly variables: Readonly<Record<string, Json>>;
}

export interface Procedure extends IntakeColumns {
  readonly key: string;
  readonly version: number;
  readonly name: string;
}

/** Cases in one sheet: more are two sheets. */
const most = 500;

/** Reads sheets of cases by the columns of their procedure. */
@Injectable()
export class IntakeReading {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FormStore) private readonly forms: FormStore,
    @Inject(SheetReader) private readonly sheets: SheetReader,
  ) {}

  /** The version that rules today; throws NOT_FOUND and NOT_TABULAR. */
  async procedure(key: string): Promise<Procedure> {
    const wanted = { key, version: null, on: civilDateOf(Date.now()), trial: false };
    const { version, model } = await modelForNewCase<ProcessModel>(fromPool(this.database.pool), wanted);
    const use = startFormOf(model);
    const form = (await this.forms.usedBy([use]))(use);
    return { key, version, name: model.name, ...columnsFor(form?.schema, await this.known()) };
  }

  async lines(
    { columns }: Procedure,
    bytes: Buffer,
  ): Promise<{ readonly lines: readonly IntakeLine[]; readonly defects: readonly SheetDefect[] }> {
    const today = civilDateOf(Date.now());
    const { lines, defects } = linesOf(await this.sheets.read(bytes, most), columns);
    if (lines.length === 0 && defects.length === 0) throw new CaseError('INVALID_SHEET', '表格里没有一件案件');
    return {
      defects,
      lines: lines.map(({ number, line: { [titleColumn]: title, [startColumn]: startsOn, ...rest } }) => ({
        number,
        title: title as string,
        startsOn: typeof startsOn === 'string' ? startsOn : today,
        variables: Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null)),
      })),
    };
  }

  /** A name that two have stands for neither: it is told by its id. */
  private async known(): Promise<Known> {
    const rows = await this.database.rows<{ kind: 'agencies' | 'people'; name: string; id: string }>(
      `select 'agencies' as kind, name, min(id) as id from agency where kind <> 'platform' group by name having count(*) = 1
       union all select 'people', name, min(id) from person group by name having count(*) = 1 order by 1, 2`,
    );
    const of = (wanted: string) =>
      new Map(rows.filter(({ kind }) => kind === wanted).map(({ name, id }) => [name, id] as const));
    return { agencies: of('agencies'), people: of('people') };
  }
}
