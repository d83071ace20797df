import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Staff, Role } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { idSchema } from '../json.schema.ts';
import { Answers } from '../problem/answers.ts';
import { HandOverRight } from './hand-over.right.ts';
import { leftBehindSchema } from './hand-over.schema.ts';
import type { LeftBehind } from './hand-over.schema.ts';
import { HandOverSummary } from './hand-over.summary.ts';

type Id = { readonly id: string };

@ApiTags('people')
@Controller()
export class HandOverController {
  constructor(
    @Inject(HandOverRight) private readonly right: HandOverRight,
    @Inject(HandOverSummary) private readonly summary: HandOverSummary,
  ) {}

  /** For the person, the head of the house and the commission's leaders; handed over by `POST /bulk`. */
  @Get('people/:id/hand-over')
  @Staff()
  @Answers(200, leftBehindSchema, { problems: [404, 422] })
  async forBusiness(@Param({ schema: idSchema }) { id }: Id, @TheCaller() caller: Caller): Promise<LeftBehind> {
    await this.right.require(caller, id);
    return this.summary.of(id);
  }

  /** Before an account is closed: whether everything has been handed over. */
  @Get('admin/people/:id/hand-over')
  @Role('sysadmin')
  @Answers(200, leftBehindSchema, { problems: [404, 422] })
  forAdministrator(@Param({ schema: idSchema }) { id }: Id): Promise<LeftBehind> {
    return this.summary.of(id);
  }
}
