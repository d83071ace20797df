import { Body, Controller, Get, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Role } from '../../access/access.ts';
import { Writes } from '../../commands/writes.ts';
import { Answers } from '../../problem/answers.ts';
import { TheChange } from '../change.ts';
import type { ChangeOrder } from '../changes.ts';
import * as schema from './role.schema.ts';
import type { RoleEntry } from './role.schema.ts';
import { RoleService } from './role.service.ts';

@ApiTags('administration')
@Controller('admin/roles')
export class RoleController {
  constructor(@Inject(RoleService) private readonly roles: RoleService) {}

  @Get()
  @Role('sysadmin', 'secadmin', 'auditadmin')
  @Answers(200, schema.roleListSchema)
  async all() {
    return { items: await this.roles.all() };
  }

  @Post()
  @Role('sysadmin')
  @Writes()
  @Answers(201, schema.roleSchema, { problems: [409, 422] })
  create(
    @Body({ schema: schema.newRoleSchema }) body: schema.NewRole,
    @TheChange() change: ChangeOrder,
  ): Promise<RoleEntry> {
    return this.roles.create(change, body);
  }

  @Put(':key')
  @Role('sysadmin')
  @Writes()
  @Answers(200, schema.roleSchema, { problems: [404, 422] })
  change(
    @Param({ schema: schema.roleKeySchema }) { key }: { key: string },
    @Body({ schema: schema.rolePutSchema }) body: schema.RolePut,
    @TheChange() change: ChangeOrder,
  ): Promise<RoleEntry> {
    return this.roles.change(change, key, body);
  }
}
