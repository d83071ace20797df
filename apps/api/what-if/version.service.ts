import { Inject, Injectable } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import { upcastModel } from '../../../engine/formats/model.ts';
import type { ProcessModel } from '../../../engine/model.ts';
import { unknownSteps, withSteps } from '../../../engine/what-if/with-steps.ts';
import type { Caller } from '../access/caller.ts';
import { DefinitionQueries } from '../definitions/definition.queries.ts';
import type { VersionParameters } from '../definitions/definition.schema.ts';
import { DocumentCheck } from '../definitions/document-check.ts';
import { changedRules, rulebookWith } from '../rules/rule.changes.ts';
import type { SupposeVersion } from './version.schema.ts';
import type { WhatIf } from './what-if.schema.ts';
import { WhatIfService } from './what-if.service.ts';
import type { Supposed } from './what-if.service.ts';

/** A version, or a document that may become one, with other steps or rules if so wished. */
@Injectable()
export class SupposedVersion {
  constructor(
    @Inject(DefinitionQueries) private readonly definitions: DefinitionQueries,
    @Inject(DocumentCheck) private readonly documents: DocumentCheck,
    @Inject(WhatIfService) private readonly whatIf: WhatIfService,
  ) {}

  async effectOf(of: VersionParameters, suppose: SupposeVersion, caller: Caller): Promise<WhatIf> {
    const { mapping, steps, periods, ladders, people, show, limit, cursor, document } = suppose;
    const model = await this.modelOf(of, document);
    const unknown = unknownSteps(model, steps);
    if (unknown.length > 0) {
      const defects = unknown.map((id) => {
        return { code: 'UNKNOWN_STEP', elementId: id, path: `steps.${id}`, message: `没有用户任务“${id}”` };
      });
      throw new CaseError('INVALID_INPUT', '所设环节不存在', { defects });
    }
    const isOther = document !== undefined || Object.keys(steps).length > 0;
    // A model that is published nowhere stands under a reference that nothing else has.
    const to = isOther ? `${of.key}@${of.version}?` : `${of.key}@${of.version}`;
    const rules: Supposed['rules'] = (inForce) =>
      rulebookWith(inForce, changedRules(inForce, { periods, ladders, running: 'take' }));
    const otherRules = Object.keys(periods).length + Object.keys(ladders).length > 0;
    const supposed: Supposed = {
      definitionKey: of.key,
      version: { to, model: withSteps(model, steps), mapping },
      people,
      ...(otherRules ? { rules } : {}),
    };
    return this.whatIf.effectOf(supposed, { show, limit, ...(cursor ? { cursor } : {}) }, caller);
  }

  private async modelOf({ key, version }: VersionParameters, document: string | undefined): Promise<ProcessModel> {
    const row = await this.definitions.one(key, version);
    if (!row || !('elements' in row.model)) throw new CaseError('NOT_FOUND', `没有流程“${key}”第 ${version} 版`);
    if (document === undefined) return upcastModel(row.model);
    const { models } = await this.documents.checked(Buffer.from(document));
    const model = models.find((one) => one.key === key);
    if (model && 'elements' in model) return model;
    throw new CaseError('OTHER_DEFINITION', `文件中没有“${key}”`, { keys: models.map((one) => one.key) });
  }
}
