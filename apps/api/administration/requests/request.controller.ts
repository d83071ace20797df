import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Role } from '../../access/access.ts';
import { Unkept } from '../../commands/unkept.ts';
import { Writes } from '../../commands/writes.ts';
import { idSchema } from '../../json.schema.ts';
import { Answers } from '../../problem/answers.ts';
import { TheChange } from '../change.ts';
import type { ChangeOrder } from '../changes.ts';
import { reasonBodySchema } from '../reason.schema.ts';
import type { ReasonBody } from '../reason.schema.ts';
import { Asking } from './asking.ts';
import * as schema from './request.schema.ts';
import type { AdminRequest, Confirmed, RequestList } from './request.schema.ts';
import { RequestService } from './request.service.ts';

type Id = { readonly id: string };

@ApiTags('administration')
@Controller('admin/requests')
export class RequestController {
  constructor(
    @Inject(RequestService) private readonly requests: RequestService,
    @Inject(Asking) private readonly asking: Asking,
  ) {}

  @Get()
  @Role('sysadmin', 'secadmin', 'auditadmin')
  @Answers(200, schema.requestListSchema, { problems: [422] })
  list(@Query({ schema: schema.requestQuerySchema }) query: schema.RequestQuery): Promise<RequestList> {
    return this.requests.list(query);
  }

  @Get(':id')
  @Role('sysadmin', 'secadmin', 'auditadmin')
  @Answers(200, schema.adminRequestSchema, { problems: [404, 422] })
  one(@Param({ schema: idSchema }) { id }: Id): Promise<AdminRequest> {
    return this.requests.one(id);
  }

  /** A new password for an administrator, or a deactivated account to be opened again. */
  @Post()
  @Role('sysadmin', 'secadmin')
  @Writes()
  @Answers(202, schema.adminRequestSchema, { problems: [403, 404, 409, 422] })
  ask(
    @Body({ schema: schema.newRequestSchema }) body: schema.NewRequest,
    @TheChange() change: ChangeOrder,
  ): Promise<AdminRequest> {
    return this.asking.ask(change, body);
  }

  @Post(':id/confirm')
  @Role('sysadmin', 'secadmin', 'auditadmin')
  @Writes()
  @Unkept()
  @Answers(200, schema.confirmedSchema, { problems: [404, 409, 422] })
  confirm(
    @Param({ schema: idSchema }) { id }: Id,
    @Body({ schema: reasonBodySchema }) { reason }: ReasonBody,
    @TheChange() change: ChangeOrder,
  ): Promise<Confirmed> {
    return this.requests.confirm(change, id, reason);
  }

  @Post(':id/refuse')
  @Role('sysadmin', 'secadmin', 'auditadmin')
  @Writes()
  @Answers(200, schema.adminRequestSchema, { problems: [404, 409, 422] })
  refuse(
    @Param({ schema: idSchema }) { id }: Id,
    @Body({ schema: schema.refuseSchema }) { reason }: schema.Refuse,
    @TheChange() change: ChangeOrder,
  ): Promise<AdminRequest> {
    return this.requests.refuse(change, id, reason);
  }

  @Post(':id/withdraw')
  @Role('sysadmin', 'secadmin', 'auditadmin')
  @Writes()
  @Answers(200, schema.adminRequestSchema, { problems: [404, 409, 422] })
  withdraw(
    @Param({ schema: idSchema }) { id }: Id,
    @Body({ schema: reasonBodySchema }) { reason }: ReasonBody,
    @TheChange() change: ChangeOrder,
  ): Promise<AdminRequest> {
    return this.requests.withdraw(change, id, reason);
  }
}
