import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Role, SignedIn } from '../../access/access.ts';
import { TheCaller } from '../../access/caller.ts';
import type { Caller } from '../../access/caller.ts';
import { doneSchema } from '../../auth/auth.schema.ts';
import { Writes } from '../../commands/writes.ts';
import { idSchema } from '../../json.schema.ts';
import { Answers } from '../../problem/answers.ts';
import { TheChange } from '../change.ts';
import type { ChangeOrder } from '../changes.ts';
import { reasonBodySchema } from '../reason.schema.ts';
import type { ReasonBody } from '../reason.schema.ts';
import { SessionListService } from './session-list.service.ts';
import * as schema from './session.schema.ts';
import type { SessionList } from './session.schema.ts';

@ApiTags('administration')
@Controller()
export class SessionController {
  constructor(@Inject(SessionListService) private readonly sessions: SessionListService) {}

  @Get('admin/sessions')
  @Role('sysadmin', 'secadmin', 'auditadmin')
  @Answers(200, schema.sessionListSchema, { problems: [422] })
  list(
    @Query({ schema: schema.sessionQuerySchema }) query: schema.SessionQuery,
    @TheCaller() caller: Caller,
  ): Promise<SessionList> {
    return this.sessions.list(caller, query);
  }

  @Post('admin/sessions/:id/revoke')
  @Role('secadmin')
  @Writes()
  @Answers(200, doneSchema, { problems: [404, 422] })
  revoke(
    @Param({ schema: idSchema }) { id }: { id: string },
    @Body({ schema: reasonBodySchema }) { reason }: ReasonBody,
    @TheChange() change: ChangeOrder,
  ) {
    return this.sessions.revoke(change, id, reason);
  }

  /** Where one is signed in oneself. */
  @Get('me/sessions')
  @SignedIn()
  @Answers(200, schema.sessionListSchema, { problems: [422] })
  mine(
    @Query({ schema: schema.sessionQuerySchema }) query: schema.SessionQuery,
    @TheCaller() caller: Caller,
  ): Promise<SessionList> {
    return this.sessions.list(caller, { ...query, personId: caller.user });
  }

  @Post('me/sessions/:id/revoke')
  @SignedIn()
  @Writes()
  @Answers(200, doneSchema, { problems: [404, 422] })
  revokeMine(
    @Param({ schema: idSchema }) { id }: { id: string },
    @Body({ schema: reasonBodySchema }) { reason }: ReasonBody,
    @TheChange() change: ChangeOrder,
  ) {
    return this.sessions.revoke(change, id, reason, change.caller.user);
  }
}
