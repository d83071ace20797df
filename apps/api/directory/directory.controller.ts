import { Controller, Get, Inject, Module } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SignedIn } from '../access/access.ts';
import { RolesModule } from '../roles/roles.module.ts';
import { RoleStore } from '../roles/role.store.ts';
import { FormsModule } from '../forms/forms.module.ts';
import { FormStore } from '../forms/form.store.ts';
import { Answers } from '../problem/answers.ts';
import { CaseFieldsController } from './case-fields.controller.ts';
import { DirectoryQueries } from './directory.queries.ts';
import { directorySchema } from './directory.schema.ts';
import type { Directory } from './directory.schema.ts';
import { fieldNames } from './field-names.ts';

/** Names for the ids that cases and tasks carry, and the calendar that counts their days. */
@ApiTags('directory')
@Controller('directory')
class DirectoryController {
  private readonly fields: Directory['fields'];

  constructor(
    @Inject(DirectoryQueries) private readonly queries: DirectoryQueries,
    @Inject(RoleStore) private readonly roles: RoleStore,
    @Inject(FormStore) forms: FormStore,
  ) {
    this.fields = fieldNames(forms.keys().map((key) => forms.schemaOf(key)));
  }

  @Get()
  @SignedIn()
  @Answers(200, directorySchema)
  async all(): Promise<Directory> {
    const [agencies, people, roles, rules] = await Promise.all([
      this.queries.agencies(),
      this.queries.people(),
      this.roles.names(),
      this.queries.rules(),
    ]);
    return { agencies: [...agencies], people: [...people], roles, fields: this.fields, ...rules };
  }
}

@Module({
  imports: [FormsModule, RolesModule],
  controllers: [DirectoryController, CaseFieldsController],
  providers: [DirectoryQueries],
})
export class DirectoryModule {}
