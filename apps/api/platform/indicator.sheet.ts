import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { platformReaders } from '../../../domain/platform-access.ts';
import { Role } from '../access/access.ts';
import { LooksAtRows } from '../access/looks-at-rows.ts';
import { NameBook } from '../directory/names.ts';
import type { Names } from '../directory/names.ts';
import { Answers } from '../problem/answers.ts';
import { allPages } from '../sheets/all-pages.ts';
import { fileOf } from '../sheets/file-of.ts';
import { sheetContent, sheetOf } from '../sheets/sheet.ts';
import type { Column } from '../sheets/sheet.ts';
import { IndicatorFigures } from './indicator.figures.ts';
import * as schema from './indicator.schema.ts';
import { IndicatorStore } from './indicator.store.ts';
import { rowsSchema } from './source.schema.ts';
import type { Row } from './source.schema.ts';
import { SourceStore } from './source.store.ts';
import type { StoredSource } from './source.store.ts';

type Key = { readonly key: string };
const sheet = { problems: [404, 422], instead: sheetContent };

/** An indicator's values, and the rows behind one of them, as spreadsheets. */
@ApiTags('platform')
@Controller('platform/indicators')
export class IndicatorSheetController {
  constructor(
    @Inject(IndicatorStore) private readonly indicators: IndicatorStore,
    @Inject(IndicatorFigures) private readonly figures: IndicatorFigures,
    @Inject(SourceStore) private readonly sources: SourceStore,
    @Inject(NameBook) private readonly book: NameBook,
  ) {}

  @Get(':key/values.xlsx')
  @Role(...platformReaders)
  @Answers(200, schema.valuesSchema, sheet)
  async values(
    @Param({ schema: schema.keyParameterSchema }) { key }: Key,
    @Query({ schema: schema.valuesQuerySchema }) query: schema.ValuesQuery,
  ) {
    const indicator = await this.indicators.one(key, query.version ?? null);
    const { items } = await this.figures.values(key, query);
    const columns = valueColumns(await this.book.names(), indicator.definition.unit);
    return fileOf(indicator.name, columns, items);
  }

  @Get(':key/rows.xlsx')
  @Role(...platformReaders)
  @LooksAtRows('key')
  @Answers(200, rowsSchema, sheet)
  async rows(
    @Param({ schema: schema.keyParameterSchema }) { key }: Key,
    @Query({ schema: schema.behindQuerySchema }) query: schema.BehindQuery,
  ) {
    const indicator = await this.indicators.one(key, query.version ?? null);
    const columns = rowColumns(await this.sources.one(indicator.source), await this.book.names());
    const rows = allPages((cursor) => this.figures.behind(key, { ...query, limit: 200, cursor }));
    return sheetOf(`${indicator.name} ${query.period}`, columns, rows);
  }
}

const valueColumns = ({ agency }: Names, unit: string): readonly Column<schema.IndicatorValue>[] => [
  { header: '期间', width: 12, of: ({ period }) => period },
  { header: '单位', width: 30, of: (row) => agency(row.unit) },
  { header: unit === '' ? '数值' : `数值（${unit}）`, width: 14, of: ({ value }) => value },
  { header: '上年同期', width: 12, of: ({ lastYear }) => lastYear },
  { header: '上期', width: 12, of: ({ previous }) => previous },
  { header: '全部单位平均', width: 14, of: ({ average }) => average },
  { header: '排名', width: 8, of: ({ rank }) => rank },
  { header: '数据行数', width: 10, of: ({ rows }) => rows },
];

const rowColumns = ({ fields }: StoredSource, { agency }: Names): readonly Column<Row>[] => [
  ...fields.map(({ name, title, type }): Column<Row> => ({
    header: title,
    width: 18,
    ...(type === 'day' ? { kind: 'day' as const } : {}),
    of: ({ data }) => {
      const value = data[name] ?? null;
      return type === 'agency' && typeof value === 'string' ? agency(value) : value;
    },
  })),
  { header: '批次', width: 40, of: ({ batch }) => batch },
  { header: '行号', width: 8, of: ({ row }) => row },
];
