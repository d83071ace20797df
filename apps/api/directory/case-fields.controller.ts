import { Controller, Get, Inject } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { OnCase } from '../access/access.ts';
import { TheCase } from '../access/caller.ts';
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
  async all(@TheCase() { id }: CaseObject): Promise<Fields> {
    const used = await this.queries.formsOf(id);
    const formOf = await this.forms.usedBy(used);
    return fieldNames(used.map((use) => formOf(use)?.schema));
  }
}
