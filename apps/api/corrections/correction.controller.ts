import { Body, Controller, Get, Inject, Module } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Instruction } from '../../../engine/correction.ts';
import { OnCase } from '../access/access.ts';
import { TheCase } from '../access/caller.ts';
import type { CaseObject } from '../access/object.queries.ts';
import { CaseOperation, TheCaseOrder } from '../cases/case.operation.ts';
import type { ChangedCase } from '../cases/case.schema.ts';
import { CaseService } from '../cases/case.service.ts';
import type { CaseOrder } from '../cases/case.service.ts';
import { CasesModule } from '../cases/cases.module.ts';
import { Answers } from '../problem/answers.ts';
import { correctionSchema, tokensSchema } from './correction.schema.ts';
import type { Correction, Tokens } from './correction.schema.ts';
import { TokenReader } from './token.reader.ts';

/** Where a case stands, token by token, and an operator's corrections of it. */
@ApiTags('cases')
@Controller('cases')
class CorrectionController {
  constructor(
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(TokenReader) private readonly tokens: TokenReader,
  ) {}

  @Get(':id/tokens')
  @OnCase('operate')
  @ApiParam({ name: 'id', type: String })
  @Answers(200, tokensSchema, { problems: [409, 422] })
  standing(@TheCase() { id }: CaseObject): Promise<Tokens> {
    return this.tokens.of(id);
  }

  /** At once, or when another operator has confirmed it (202) where the procedure wants that. */
  @CaseOperation('corrections', 'operate')
  correct(
    @Body({ schema: correctionSchema }) { instructions, force, reason }: Correction,
    @TheCaseOrder() order: CaseOrder,
  ): Promise<ChangedCase> {
    const act = { kind: 'correctCase', instructions: instructions as readonly Instruction[] } as const;
    return this.cases.correct(order, { ...act, ...(force ? { force } : {}) }, reason);
  }
}

@Module({ imports: [CasesModule], controllers: [CorrectionController], providers: [TokenReader] })
export class CorrectionsModule {}
