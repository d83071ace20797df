import { Controller, Get, Inject, Module } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SignedIn } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { RolesModule } from '../roles/roles.module.ts';
import { RoleStore } from '../roles/role.store.ts';
import { FormsModule } from '../forms/forms.module.ts';
import type { Form } from '../forms/form.ts';
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
  private named: { readonly print: string; readonly fields: Directory['fields'] } | undefined;

  constructor(
    @Inject(DirectoryQueries) private readonly queries: DirectoryQueries,
    @Inject(RoleStore) private readonly roles: RoleStore,
    @Inject(FormStore) private readonly forms: FormStore,
  ) {}

  @Get()
  @SignedIn()
  @Answers(200, directorySchema)
  async all(@TheCaller() caller: Caller): Promise<Directory> {
    const [agencies, people, roles, rules, forms] = await Promise.all([
      this.queries.agencies(),
      this.queries.people(caller),
      this.roles.names(),
      this.queries.rules(),
      this.forms.newest(),
    ]);
    return { agencies: [...agencies], people: [...people], roles, fields: this.fieldsOf(forms), ...rules };
  }

  /** Worked out anew only when a form has: the directory is asked for with every page. */
  private fieldsOf(forms: readonly Form[]): Directory['fields'] {
    const print = forms.map(({ key, version }) => `${key}@${version}`).join();
    if (this.named?.print !== print) this.named = { print, fields: fieldNames(forms.map(({ schema }) => schema)) };
    return this.named.fields;
  }
}

@Module({
  imports: [FormsModule, RolesModule],
  controllers: [DirectoryController, CaseFieldsController],
  providers: [DirectoryQueries],
})
export class DirectoryModule {}
