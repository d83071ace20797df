import { Body, Controller, Get, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Role } from '../../access/access.ts';
import { Writes } from '../../commands/writes.ts';
import { idSchema } from '../../json.schema.ts';
import { Answers } from '../../problem/answers.ts';
import { TheChange } from '../change.ts';
import type { ChangeOrder } from '../changes.ts';
import { reasonBodySchema } from '../reason.schema.ts';
import type { ReasonBody } from '../reason.schema.ts';
import * as schema from './agency.schema.ts';
import type { Agency, AgencyList } from './agency.schema.ts';
import { AgencyService } from './agency.service.ts';

@ApiTags('administration')
@Controller('admin/agencies')
export class AgencyController {
  constructor(@Inject(AgencyService) private readonly agencies: AgencyService) {}

  @Get()
  @Role('sysadmin', 'secadmin', 'auditadmin')
  @Answers(200, schema.agencyListSchema, { problems: [422] })
  list(@Query({ schema: schema.agencyQuerySchema }) query: schema.AgencyQuery): Promise<AgencyList> {
    return this.agencies.list(query);
  }

  @Get(':id')
  @Role('sysadmin', 'secadmin', 'auditadmin')
  @Answers(200, schema.agencySchema, { problems: [404, 422] })
  one(@Param({ schema: idSchema }) { id }: { id: string }): Promise<Agency> {
    return this.agencies.one(id);
  }

  @Post()
  @Role('sysadmin')
  @Writes()
  @Answers(201, schema.agencySchema, { problems: [409, 422] })
  create(@Body({ schema: schema.newAgencySchema }) body: schema.NewAgency, @TheChange() change: ChangeOrder) {
    return this.agencies.create(change, body);
  }

  @Patch(':id')
  @Role('sysadmin')
  @Writes()
  @Answers(200, schema.agencySchema, { problems: [404, 422] })
  change(
    @Param({ schema: idSchema }) { id }: { id: string },
    @Body({ schema: schema.agencyPatchSchema }) body: schema.AgencyPatch,
    @TheChange() change: ChangeOrder,
  ): Promise<Agency> {
    return this.agencies.change(change, id, body);
  }

  /** 撤销机构: from a day on. */
  @Post(':id/dissolve')
  @Role('sysadmin')
  @Writes()
  @Answers(200, schema.agencySchema, { problems: [404, 409, 422] })
  dissolve(
    @Param({ schema: idSchema }) { id }: { id: string },
    @Body({ schema: schema.dissolveSchema }) body: schema.Dissolve,
    @TheChange() change: ChangeOrder,
  ): Promise<Agency> {
    return this.agencies.dissolve(change, id, body);
  }

  @Post(':id/restore')
  @Role('sysadmin')
  @Writes()
  @Answers(200, schema.agencySchema, { problems: [404, 422] })
  restore(
    @Param({ schema: idSchema }) { id }: { id: string },
    @Body({ schema: reasonBodySchema }) { reason }: ReasonBody,
    @TheChange() change: ChangeOrder,
  ): Promise<Agency> {
    return this.agencies.restore(change, id, reason);
  }
}
