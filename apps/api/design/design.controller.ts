import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { isoOf } from '../../../domain/instant.ts';
import { Role } from '../access/access.ts';
import { DefinitionQueries } from '../definitions/definition.queries.ts';
import { FormStore } from '../forms/form.store.ts';
import { Answers } from '../problem/answers.ts';
import { DesignQueries } from './design.queries.ts';
import { designNamesSchema, proceduresSchema } from './design.schema.ts';
import type { DesignNames, Procedures } from './design.schema.ts';

/** What is there to design, and what a design may name. */
@ApiTags('design')
@Controller('design')
export class DesignController {
  constructor(
    @Inject(DesignQueries) private readonly queries: DesignQueries,
    @Inject(DefinitionQueries) private readonly definitions: DefinitionQueries,
    @Inject(FormStore) private readonly forms: FormStore,
  ) {}

  @Get('procedures')
  @Role('designer', 'supervisor', 'cdi.head')
  @Answers(200, proceduresSchema)
  async procedures(): Promise<Procedures> {
    const rows = await this.queries.procedures();
    return {
      items: rows.map((row) => ({ ...row, changedAt: isoOf(row.changedAt) })),
      nextCursor: null,
      total: rows.length,
    };
  }

  @Get('names')
  @Role('designer')
  @Answers(200, designNamesSchema)
  async names(): Promise<DesignNames> {
    const [rules, procedures, decisions, forms] = await Promise.all([
      this.queries.rules(),
      this.definitions.shown('process'),
      this.definitions.shown('decision'),
      this.forms.newest(),
    ]);
    const named = ({ key, name }: { readonly key: string; readonly name: string }) => ({ key, name });
    return {
      ...rules,
      forms: forms.map(({ key, version, title, outline }) => ({ key, version, name: title, fields: outline })),
      procedures: procedures.map(named),
      decisions: decisions.map(named),
    };
  }
}
