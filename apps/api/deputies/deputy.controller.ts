import { Body, Controller, Get, Inject, Module, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Business, Role, SignedIn } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { TheChange } from '../administration/change.ts';
import type { ChangeOrder } from '../administration/changes.ts';
import { ChangesModule } from '../administration/changes.module.ts';
import { reasonBodySchema } from '../administration/reason.schema.ts';
import type { ReasonBody } from '../administration/reason.schema.ts';
import { adminRequestSchema } from '../administration/requests/request.schema.ts';
import type { AdminRequest } from '../administration/requests/request.schema.ts';
import { Writes } from '../commands/writes.ts';
import { idSchema } from '../json.schema.ts';
import { Answers } from '../problem/answers.ts';
import { RolesModule } from '../roles/roles.module.ts';
import { DeputyQueries } from './deputy.queries.ts';
import * as schema from './deputy.schema.ts';
import type { Deputy, DeputyList, Given } from './deputy.schema.ts';
import { DeputyService } from './deputy.service.ts';

type Id = { readonly id: string };

@ApiTags('people')
@Controller()
class DeputyController {
  constructor(@Inject(DeputyService) private readonly deputies: DeputyService) {}

  /** One's own, given and held; of one's house for whoever leads it; all for administrators. */
  @Get('deputies')
  @SignedIn()
  @Answers(200, schema.deputyListSchema, { problems: [422] })
  list(
    @Query({ schema: schema.deputyQuerySchema }) query: schema.DeputyQuery,
    @TheCaller() caller: Caller,
  ): Promise<DeputyList> {
    return this.deputies.list(caller, query);
  }

  @Post('deputies')
  @Business()
  @Writes()
  @Answers(201, schema.givenSchema, { problems: [409, 422] })
  give(
    @Body({ schema: schema.newDeputySchema }) body: schema.NewDeputy,
    @TheChange() change: ChangeOrder,
  ): Promise<Given> {
    return this.deputies.give(change, body);
  }

  @Post('deputies/:id/revoke')
  @SignedIn()
  @Writes()
  @Answers(200, schema.deputySchema, { problems: [403, 404, 409, 422] })
  revoke(
    @Param({ schema: idSchema }) { id }: Id,
    @Body({ schema: reasonBodySchema }) { reason }: ReasonBody,
    @TheChange() change: ChangeOrder,
  ): Promise<Deputy> {
    return this.deputies.revoke(change, id, reason);
  }

  /** For somebody absent; the security administrator confirms the request that is answered. */
  @Post('admin/people/:id/deputies')
  @Role('sysadmin')
  @Writes()
  @Answers(202, adminRequestSchema, { problems: [404, 409, 422] })
  ask(
    @Param({ schema: idSchema }) { id }: Id,
    @Body({ schema: schema.askedDeputySchema }) body: schema.AskedDeputy,
    @TheChange() change: ChangeOrder,
  ): Promise<AdminRequest> {
    return this.deputies.ask(change, id, body);
  }
}

@Module({
  imports: [ChangesModule, RolesModule],
  controllers: [DeputyController],
  providers: [DeputyQueries, DeputyService],
})
export class DeputiesModule {}
