import { Body, Controller, Get, Inject, Module, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AccessModule } from '../access/access.module.ts';
import { Business, OnCase } from '../access/access.ts';
import { TheCaller, TheCase } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import type { CaseObject } from '../access/object.queries.ts';
import { TheEnvelope } from '../commands/envelope.ts';
import type { Envelope } from '../commands/envelope.ts';
import { Writes } from '../commands/writes.ts';
import { idSchema } from '../json.schema.ts';
import { Answers } from '../problem/answers.ts';
import { CopyQueries } from './copy.queries.ts';
import * as schema from './copy.schema.ts';
import type { Copy, CopyList } from './copy.schema.ts';
import { CopyService } from './copy.service.ts';

type Id = { readonly id: string };
const ofCaseSchema = z.object({ items: z.array(schema.copySchema) }).meta({ id: 'CaseCopies' });

@ApiTags('copies')
@Controller()
class CopyController {
  constructor(@Inject(CopyService) private readonly copies: CopyService) {}

  /** 抄送我的. */
  @Get('copies')
  @Business()
  @Answers(200, schema.copyListSchema, { problems: [422] })
  toMe(
    @Query({ schema: schema.copyQuerySchema }) query: schema.CopyQuery,
    @TheCaller() caller: Caller,
  ): Promise<CopyList> {
    return this.copies.toMe(caller, query);
  }

  /** To whom the case was copied, who has read it and when. */
  @Get('cases/:id/copies')
  @OnCase('read')
  @ApiParam({ name: 'id', type: String })
  @Answers(200, ofCaseSchema)
  async ofCase(@TheCase() circle: CaseObject, @TheCaller() caller: Caller) {
    return { items: [...(await this.copies.ofCase(circle, caller))] };
  }

  /** 已阅. */
  @Post('copies/:id/read')
  @Business()
  @Writes()
  @Answers(200, schema.copySchema, { problems: [404, 409, 422] })
  read(
    @Param({ schema: idSchema }) { id }: Id,
    @Body({ schema: schema.copyBodySchema }) _body: schema.CopyBody,
    @TheCaller() caller: Caller,
    @TheEnvelope() envelope: Envelope,
  ): Promise<Copy> {
    return this.copies.read(id, caller, envelope);
  }

  @Post('copies/:id/recall')
  @Business()
  @Writes()
  @Answers(200, schema.copySchema, { problems: [404, 409, 422] })
  recall(
    @Param({ schema: idSchema }) { id }: Id,
    @Body({ schema: schema.copyBodySchema }) { reason }: schema.CopyBody,
    @TheCaller() caller: Caller,
    @TheEnvelope() envelope: Envelope,
  ): Promise<Copy> {
    return this.copies.recall(id, { caller, envelope, reason });
  }
}

@Module({ imports: [AccessModule], controllers: [CopyController], providers: [CopyQueries, CopyService] })
export class CopiesModule {}
