import { Inject, Injectable } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import type { Defect } from '../../../domain/errors.ts';
import type { DecisionModel } from '../../../engine/decisions/decision.ts';
import type { ProcessModel } from '../../../engine/model.ts';
import { FormStore } from '../forms/form.store.ts';
import type { CompiledDocument, KnownNames } from './compile.messages.ts';
import { Compiler } from './compiler.ts';
import { today } from './definition.queries.ts';
import type { DefinitionKind } from './definition.queries.ts';
import { PublicationQueries } from './publication.queries.ts';

export interface CheckedDocument {
  readonly kind: DefinitionKind;
  readonly models: readonly (ProcessModel | DecisionModel)[];
  readonly warnings: readonly Defect[];
  /** What was read of another engine's model. */
  readonly imported: readonly Defect[];
}

/** A document as publication judges it, against the names of the day. */
@Injectable()
export class DocumentCheck {
  constructor(
    @Inject(PublicationQueries) private readonly publications: PublicationQueries,
    @Inject(Compiler) private readonly compiler: Compiler,
    @Inject(FormStore) private readonly forms: FormStore,
  ) {}

  /** Throws INVALID_DEFINITION with every defect at once. */
  async checked(bytes: Buffer): Promise<CheckedDocument> {
    const { processes, decisions, defects, warnings, imported } = await this.compiled(bytes);
    if (defects.length > 0)
      throw new CaseError('INVALID_DEFINITION', `流程文件有 ${defects.length} 处问题，未发布`, { defects });
    const decided = decisions.length > 0;
    return { kind: decided ? 'decision' : 'process', models: decided ? decisions : processes, warnings, imported };
  }

  /** With whatever is wrong with it. */
  async compiled(bytes: Buffer): Promise<CompiledDocument> {
    return this.compiler.done('compile', bytes, { known: await this.known() });
  }

  /** Names that a definition may refer to today. */
  async known(): Promise<KnownNames> {
    const names = await this.publications.knownNames(today());
    const forms = await this.forms.newest();
    return {
      ...names,
      forms: forms.map(({ key }) => key),
      formFields: Object.fromEntries(forms.map(({ key, fields }) => [key, fields])),
      formVersions: Object.fromEntries(forms.map(({ key, version }) => [key, version])),
    };
  }
}
