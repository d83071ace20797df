import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { civilDateOf } from '../../../domain/civil-date.ts';
import type { Json } from '../../../engine/command.ts';
import { Business } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import type { Fields } from '../directory/directory.schema.ts';
import { fieldNames } from '../directory/field-names.ts';
import { NameBook } from '../directory/names.ts';
import type { Names } from '../directory/names.ts';
import { FormStore } from '../forms/form.store.ts';
import { Answers } from '../problem/answers.ts';
import { allPages } from '../sheets/all-pages.ts';
import { sheetContent, sheetOf } from '../sheets/sheet.ts';
import type { Column } from '../sheets/sheet.ts';
import { LedgerQueries } from './ledger.queries.ts';
import { ledgerFilterSchema, ledgerParametersSchema, ledgerSchema } from './ledger.schema.ts';
import type { LedgerFilter } from './ledger.schema.ts';

type Row = Awaited<ReturnType<LedgerQueries['list']>>['rows'][number];

/** A ledger as a spreadsheet: what every record has, then a column for each field that the forms name. */
@ApiTags('ledgers')
@Controller('ledgers/:kind.xlsx')
export class LedgerSheetController {
  constructor(
    @Inject(LedgerQueries) private readonly ledgers: LedgerQueries,
    @Inject(NameBook) private readonly book: NameBook,
    @Inject(FormStore) private readonly forms: FormStore,
  ) {}

  @Get()
  @Business()
  @Answers(200, ledgerSchema, { problems: [422], instead: sheetContent })
  async sheet(
    @Param({ schema: ledgerParametersSchema }) { kind }: { kind: string },
    @Query({ schema: ledgerFilterSchema }) filter: LedgerFilter,
    @TheCaller() caller: Caller,
  ) {
    const page = async (cursor: string | undefined, limit = 200) => {
      const { rows, nextCursor } = await this.ledgers.list(kind, caller, { ...filter, limit, cursor });
      return { items: rows, nextCursor };
    };
    const [names, { items }] = await Promise.all([this.book.names(), page(undefined)]);
    const fields = fieldNames(this.forms.keys().map((key) => this.forms.schemaOf(key)));
    const told = [...new Set(items.flatMap(({ data }) => Object.keys(data)))].filter((name) => fields[name]);
    const columns = [...shared(names), ...told.map((name) => dataColumn(name, fields, names))];
    return sheetOf(`台账 ${kind}`, columns, allPages(page));
  }
}

const shared = ({ agency }: Names): readonly Column<Row>[] => [
  { header: '编号', width: 16, of: ({ id }) => id },
  { header: '状态', width: 12, of: ({ status }) => status },
  { header: '单位', width: 22, of: (row) => agency(row.agency) },
  { header: '案号', width: 22, of: ({ caseNumber }) => caseNumber },
  { header: '案件', width: 40, of: ({ caseTitle }) => caseTitle },
  { header: '变动', width: 12, kind: 'day', of: ({ changedAt }) => civilDateOf(changedAt) },
];

const dataColumn = (name: string, fields: Fields, names: Names): Column<Row> => ({
  header: fields[name]?.title ?? name,
  width: 24,
  of: ({ data }) => cellOf(data[name], fields[name]?.labels ?? {}, names),
});

/** Codes by their words, agencies by their names, several things as their number. */
function cellOf(
  value: Json | undefined,
  labels: Readonly<Record<string, string>>,
  names: Names,
): string | number | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') return labels[value] ?? names.agency(value);
  if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
    return value.map((item) => labels[item] ?? names.agency(item)).join('、');
  return Array.isArray(value) ? value.length : null;
}
