import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { petitionAnalysts } from '../../../domain/platform-access.ts';
import { Role } from '../access/access.ts';
import { NameBook } from '../directory/names.ts';
import { Answers } from '../problem/answers.ts';
import { fileOf } from '../sheets/file-of.ts';
import { sheetContent } from '../sheets/sheet.ts';
import type { Column } from '../sheets/sheet.ts';
import { PetitionQueries } from './petitions.queries.ts';
import { petitionAnalysisSchema, petitionPeriodSchema } from './petitions.schema.ts';
import type { PetitionAnalysisShown } from './petitions.schema.ts';

type Period = { readonly period: string };

/** 信访举报分析: for the petition office and those whom it reports to. */
@ApiTags('ledgers')
@Controller('ledgers/petition')
export class PetitionsController {
  constructor(
    @Inject(PetitionQueries) private readonly petitions: PetitionQueries,
    @Inject(NameBook) private readonly book: NameBook,
  ) {}

  @Get('analysis')
  @Role(...petitionAnalysts)
  @Answers(200, petitionAnalysisSchema, { problems: [422] })
  analysed(@Query({ schema: petitionPeriodSchema }) { period }: Period): Promise<PetitionAnalysisShown> {
    return this.petitions.analysed(period);
  }

  @Get('analysis.xlsx')
  @Role(...petitionAnalysts)
  @Answers(200, petitionAnalysisSchema, { problems: [422], instead: sheetContent })
  async workbook(@Query({ schema: petitionPeriodSchema }) { period }: Period) {
    const { all, repeats, heads, quarters, least } = await this.petitions.analysed(period);
    const { agency } = await this.book.names();
    const few = `少于 ${least}`;
    const groups = (part: string, { byUnit, byTopic, byChannel }: PetitionAnalysisShown['all']): Line[] => [
      ...byUnit.map((one) => ({ ...one, part, by: '单位', name: agency(one.name) })),
      ...byTopic.map((one) => ({ ...one, part, by: '主题' })),
      ...byChannel.map((one) => ({ ...one, part, by: '渠道' })),
    ];
    return fileOf(`信访举报分析 ${period}`, columns, [
      { part: '全部', by: '合计', name: '', count: all.total, share: null, previous: null },
      { part: '重复', by: '合计', name: '', count: all.repeats ?? few, share: null, previous: null },
      { part: '反映一把手', by: '合计', name: '', count: all.aboutHeads ?? few, share: null, previous: null },
      ...groups('全部', all),
      ...(repeats ? groups('重复', repeats) : []),
      ...(heads ? groups('反映一把手', heads) : []),
      ...quarters.map(({ quarter, total }) => ({
        part: '趋势',
        by: '季度',
        name: quarter,
        count: total,
        share: null,
        previous: null,
      })),
    ]);
  }
}

interface Line {
  readonly part: string;
  readonly by: string;
  readonly name: string;
  readonly count: number | string;
  readonly share: number | null;
  readonly previous: number | null;
}

const columns: readonly Column<Line>[] = [
  { header: '范围', width: 14, of: ({ part }) => part },
  { header: '口径', width: 10, of: ({ by }) => by },
  { header: '名称', width: 30, of: ({ name }) => name },
  { header: '件数', width: 10, of: ({ count }) => count },
  { header: '占比（%）', width: 10, of: ({ share }) => share },
  { header: '上期', width: 10, of: ({ previous }) => previous },
];
