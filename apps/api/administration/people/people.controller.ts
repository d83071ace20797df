import { Body, Controller, Get, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Role } from '../../access/access.ts';
import { Writes } from '../../commands/writes.ts';
import { idSchema } from '../../json.schema.ts';
import { Answers } from '../../problem/answers.ts';
import { TheChange } from '../change.ts';
import type { ChangeOrder } from '../changes.ts';
import { PeopleService } from './people.service.ts';
import * as schema from './person.schema.ts';
import type { Person, PersonList } from './person.schema.ts';

type Id = { readonly id: string };

@ApiTags('administration')
@Controller('admin/people')
export class PeopleController {
  constructor(@Inject(PeopleService) private readonly people: PeopleService) {}

  @Get()
  @Role('sysadmin', 'secadmin', 'auditadmin')
  @Answers(200, schema.personListSchema, { problems: [422] })
  list(@Query({ schema: schema.personQuerySchema }) query: schema.PersonQuery): Promise<PersonList> {
    return this.people.list(query);
  }

  @Get(':id')
  @Role('sysadmin', 'secadmin', 'auditadmin')
  @Answers(200, schema.personSchema, { problems: [404, 422] })
  one(@Param({ schema: idSchema }) { id }: Id): Promise<Person> {
    return this.people.one(id);
  }

  /** Without a password and without a post: both need the security administrator. */
  @Post()
  @Role('sysadmin')
  @Writes()
  @Answers(201, schema.personSchema, { problems: [409, 422] })
  create(@Body({ schema: schema.newPersonSchema }) body: schema.NewPerson, @TheChange() change: ChangeOrder) {
    return this.people.create(change, body);
  }

  @Patch(':id')
  @Role('sysadmin')
  @Writes()
  @Answers(200, schema.personSchema, { problems: [404, 422] })
  change(
    @Param({ schema: idSchema }) { id }: Id,
    @Body({ schema: schema.personPatchSchema }) body: schema.PersonPatch,
    @TheChange() change: ChangeOrder,
  ): Promise<Person> {
    return this.people.change(change, id, body);
  }

  @Post(':id/deactivate')
  @Role('sysadmin')
  @Writes()
  @Answers(200, schema.personSchema, { problems: [404, 409, 422] })
  deactivate(
    @Param({ schema: idSchema }) { id }: Id,
    @Body({ schema: schema.deactivateSchema }) body: schema.Deactivate,
    @TheChange() change: ChangeOrder,
  ): Promise<Person> {
    return this.people.deactivate(change, id, body);
  }
}
