import { Inject, Injectable } from '@nestjs/common';
import { fromPool } from '../../../database/queryable.ts';
import { loadRulebook } from '../../../database/rulebook.queries.ts';
import { CaseError } from '../../../domain/errors.ts';
import { upcastModel } from '../../../engine/formats/model.ts';
import type { ProcessModel } from '../../../engine/model.ts';
import { Database } from '../database.ts';
import { Compiler } from '../definitions/compiler.ts';
import { DefinitionQueries } from '../definitions/definition.queries.ts';
import { DocumentCheck } from '../definitions/document-check.ts';
import { FormStore } from '../forms/form.store.ts';
import type * as schema from './scenario.schema.ts';

/** Scenarios of a procedure that is being drawn, with the rules, forms and called procedures of today. */
@Injectable()
export class ScenarioService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Compiler) private readonly compiler: Compiler,
    @Inject(DocumentCheck) private readonly documents: DocumentCheck,
    @Inject(DefinitionQueries) private readonly definitions: DefinitionQueries,
    @Inject(FormStore) private readonly forms: FormStore,
  ) {}

  async played({ document, files, release }: schema.PlayScenarios): Promise<schema.PlayedScenarios> {
    const { processes, defects } = await this.documents.compiled(Buffer.from(document));
    if (defects.length > 0 || processes.length === 0) {
      const message = `流程有 ${defects.length} 处问题，改好才能走场景`;
      throw new CaseError('INVALID_DEFINITION', message, { defects });
    }
    const [models, rulebook, forms] = await Promise.all([
      this.withCalled(processes),
      loadRulebook(fromPool(this.database.pool)),
      this.forms.newest(),
    ]);
    const named = new Set(models.flatMap(formsIn));
    const used = forms.filter(({ key }) => named.has(key)).map(({ key, schema: form }) => [key, form] as const);
    const made = await this.compiler.done('scenarios', new Uint8Array(), {
      models,
      rulebook,
      forms: Object.fromEntries(used),
      files,
      release,
    });
    return structuredClone(made) as schema.PlayedScenarios;
  }

  /** The procedures and, once each, all that they call by name. */
  private async withCalled(own: readonly ProcessModel[]): Promise<readonly ProcessModel[]> {
    const models = new Map(own.map((model) => [model.key, model]));
    for (const model of models.values()) {
      for (const key of calledIn(model)) {
        if (models.has(key)) continue;
        const row = await this.definitions.one(key, null);
        // What is called and is nowhere is an incident of the scenario.
        if (row && 'elements' in row.model) models.set(key, upcastModel(row.model));
      }
    }
    return [...models.values()];
  }
}

const calledIn = ({ elements }: ProcessModel): readonly string[] =>
  Object.values(elements).flatMap(({ call }) => (call && 'constant' in call.key ? [String(call.key.constant)] : []));

const formsIn = ({ elements }: ProcessModel): readonly string[] =>
  Object.values(elements).flatMap(({ form, task }) => [form, task?.form].filter((key) => key !== undefined));
