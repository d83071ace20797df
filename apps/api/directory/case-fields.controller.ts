import { Controller, Get, Inject } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { isGuest } from '../../../domain/access.ts';
import { OnCase } from '../access/access.ts';
import { TheCaller, TheCase } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import type { CaseObject } from '../access/object.queries.ts';
import { FormStore } from '../forms/form.store.ts';
import { Answers } from '../problem/answers.ts';
import { DirectoryQueries } from './directory.queries.ts';
import { fieldsSchema } from './directory.schema.ts';
import type { Fields } from './directory.schema.ts';
import { fieldNames } from './field-names.ts';

/** What a case's data is called: the same name stands for different things in different procedures. */
@ApiTags('directory')
@Controller('cases/:id/fields')
export class CaseFieldsController {
  constructor(
    @Inject(DirectoryQueries) private readonly queries: DirectoryQueries,
    @Inject(FormStore) private readonly forms: FormStore,
  ) {}

  @Get()
  @OnCase('read')
  @ApiParam({ name: 'id', type: String })
  @Answers(200, fieldsSchema)
  async all(@TheCase() found: CaseObject, @TheCaller() caller: Caller): Promise<Fields> {
    const used = isGuest(caller, found)
      ? await this.queries.formsSeenBy(found.id, caller)
      : await this.queries.formsOf(found.id);
    const formOf = await this.forms.usedBy(used);
    return fieldNames(used.map((use) => formOf(use)?.schema));
  }
}
