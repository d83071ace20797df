import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { fourForms } from '../../../domain/four-forms.ts';
import { Business } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { NameBook } from '../directory/names.ts';
import { Answers } from '../problem/answers.ts';
import { fileOf } from '../sheets/file-of.ts';
import { sheetContent } from '../sheets/sheet.ts';
import type { Column } from '../sheets/sheet.ts';
import { FourFormQueries } from './four-forms.queries.ts';
import { fourFormsQuerySchema, fourFormsSchema } from './four-forms.schema.ts';
import type { FourFormCounts, FourForms, FourFormsQuery } from './four-forms.schema.ts';

/** Clues by the four forms: what the ledger of clues holds within the caller's circle, summed. */
@ApiTags('ledgers')
@Controller('ledgers/clue')
export class FourFormsController {
  constructor(
    @Inject(FourFormQueries) private readonly forms: FourFormQueries,
    @Inject(NameBook) private readonly book: NameBook,
  ) {}

  @Get('four-forms')
  @Business()
  @Answers(200, fourFormsSchema, { problems: [422] })
  summed(
    @Query({ schema: fourFormsQuerySchema }) query: FourFormsQuery,
    @TheCaller() caller: Caller,
  ): Promise<FourForms> {
    return this.forms.summed(caller, query);
  }

  @Get('four-forms.xlsx')
  @Business()
  @Answers(200, fourFormsSchema, { problems: [422], instead: sheetContent })
  async workbook(@Query({ schema: fourFormsQuerySchema }) query: FourFormsQuery, @TheCaller() caller: Caller) {
    const { all, years, quarters, agencies, units } = await this.forms.summed(caller, query);
    const names = await this.book.names();
    return fileOf('四种形态统计', columns, [
      { by: '合计', name: '', ...all },
      ...years.map(({ year, ...counts }) => ({ by: '年度', name: String(year), ...counts })),
      ...quarters.map(({ quarter, ...counts }) => ({ by: '季度', name: quarter, ...counts })),
      ...agencies.map(({ agency, ...counts }) => ({ by: '承办机关', name: names.agency(agency), ...counts })),
      ...units.map(({ unit, ...counts }) => ({ by: '被反映单位', name: names.agency(unit), ...counts })),
    ]);
  }
}

type Line = FourFormCounts & { readonly by: string; readonly name: string };

const columns: readonly Column<Line>[] = [
  { header: '口径', width: 12, of: ({ by }) => by },
  { header: '名称', width: 30, of: ({ name }) => name },
  ...fourForms.flatMap((form, index): Column<Line>[] => [
    { header: form, width: 12, of: ({ counts }) => counts[index] ?? 0 },
    { header: `${form}占比（%）`, width: 18, of: ({ shares }) => shares[index] ?? 0 },
  ]),
  { header: '合计', width: 10, of: ({ total }) => total },
];
