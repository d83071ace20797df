import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { ledgerCatalogue } from '../../../definitions/ledgers.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { Business } from '../access/access.ts';
import { AccessLog } from '../access/access-log.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { Database } from '../database.ts';
import { NameBook } from '../directory/names.ts';
import type { Names } from '../directory/names.ts';
import { Answers } from '../problem/answers.ts';
import { allPages } from '../sheets/all-pages.ts';
import { csvContent, csvOf } from '../sheets/csv.sheet.ts';
import { sheetContent, sheetOf } from '../sheets/sheet.ts';
import type { Column } from '../sheets/sheet.ts';
import { LedgerQueries } from './ledger.queries.ts';
import type { LedgerRow } from './ledger.queries.ts';
import { ledgerFilterSchema, ledgerParametersSchema, ledgerSchema } from './ledger.schema.ts';
import type { LedgerFilter } from './ledger.schema.ts';

/** A ledger as a spreadsheet: the same rows, filters and reach as on its page, with the columns of the catalogue. */
@ApiTags('ledgers')
@Controller('ledgers')
export class LedgerSheetController {
  constructor(
    @Inject(LedgerQueries) private readonly ledgers: LedgerQueries,
    @Inject(NameBook) private readonly book: NameBook,
    @Inject(AccessLog) private readonly log: AccessLog,
    @Inject(Database) private readonly database: Database,
  ) {}

  @Get(':kind.xlsx')
  @Business()
  @ApiParam({ name: 'kind', type: String })
  @Answers(200, ledgerSchema, { problems: [404, 422], instead: sheetContent })
  async workbook(
    @Param({ schema: ledgerParametersSchema }) { kind }: { kind: string },
    @Query({ schema: ledgerFilterSchema }) filter: LedgerFilter,
    @TheCaller() caller: Caller,
  ) {
    return sheetOf(nameOf(kind), await this.columns(kind), this.rows(kind, filter, caller));
  }

  @Get(':kind.csv')
  @Business()
  @ApiParam({ name: 'kind', type: String })
  @Answers(200, ledgerSchema, { problems: [404, 422], instead: csvContent })
  async csv(
    @Param({ schema: ledgerParametersSchema }) { kind }: { kind: string },
    @Query({ schema: ledgerFilterSchema }) filter: LedgerFilter,
    @TheCaller() caller: Caller,
  ) {
    return csvOf(nameOf(kind), await this.columns(kind), this.rows(kind, filter, caller));
  }

  private rows(kind: string, filter: LedgerFilter, caller: Caller) {
    return allPages(async (cursor) => {
      const { rows, nextCursor } = await this.ledgers.list(kind, caller, {
        ...filter,
        sort: 'changed',
        limit: 200,
        cursor,
      });
      return this.log.exported(caller, `GET /api/ledgers/${kind}`, { items: rows, nextCursor }, ({ caseId }) => caseId);
    });
  }

  private async columns(kind: string): Promise<readonly Column<LedgerRow>[]> {
    const cadres = await this.database.rows<{ id: string; name: string }>('select id, name from cadre');
    return columnsFor(kind, await this.book.names(), new Map(cadres.map(({ id, name }) => [id, name])));
  }
}

const nameOf = (kind: string): string => ledgerCatalogue[kind]?.name ?? kind;

function columnsFor(kind: string, names: Names, cadres: ReadonlyMap<string, string>): readonly Column<LedgerRow>[] {
  const { statuses = {}, columns = [] } = ledgerCatalogue[kind] ?? {};
  const own = columns.map(({ path, name, as }): Column<LedgerRow> => {
    const day = as === 'day' ? { kind: 'day' as const } : {};
    return {
      header: name,
      width: as === 'text' ? 36 : 16,
      ...day,
      of: ({ data }) => shown(valueAt(data, path), as, { names, cadres }),
    };
  });
  return [
    { header: '编号', width: 14, of: ({ id }) => id },
    { header: '内容', width: 44, of: ({ title }) => title },
    { header: '状态', width: 12, of: ({ status }) => statuses[status]?.name ?? status },
    { header: '单位', width: 26, of: ({ unit }) => names.agency(unit) },
    ...own,
    { header: '到期日', width: 12, kind: 'day', of: ({ dueOn }) => dueOn },
    { header: '逾期', width: 8, of: ({ overdue }) => (overdue ? '是' : '') },
    { header: '案号', width: 22, of: ({ caseNumber }) => caseNumber },
    { header: '案件', width: 44, of: ({ caseTitle }) => caseTitle },
    { header: '登记', width: 12, kind: 'day', of: ({ createdAt }) => civilDateOf(createdAt) },
    { header: '变动', width: 12, kind: 'day', of: ({ changedAt }) => civilDateOf(changedAt) },
  ];
}

function valueAt(data: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (at, name) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[name] : undefined),
      data,
    );
}

/** One of a list of things: what it is called. */
function nameOfObject(value: unknown): string {
  const { name, title } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  return [name, title].find((text): text is string => typeof text === 'string') ?? JSON.stringify(value);
}

type Lookup = { readonly names: Names; readonly cadres: ReadonlyMap<string, string> };

function shown(value: unknown, as: string, { names, cadres }: Lookup): string | number | null {
  if (value === undefined || value === null || value === '') return null;
  if (Array.isArray(value))
    return as === 'files' ? value.length : value.map((one) => shown(one, as, { names, cadres })).join('、');
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return nameOfObject(value);
  if (as === 'agency') return names.agency(value);
  if (as === 'person') return names.person(value);
  if (as === 'cadre') return cadres.get(value) ?? value;
  if (as === 'day') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null;
  return value;
}
