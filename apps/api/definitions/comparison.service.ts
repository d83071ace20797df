import { Inject, Injectable } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import type { Json } from '../../../engine/command.ts';
import { compareModels } from '../../../engine/compare/compare-models.ts';
import { changesBetween } from '../../../engine/compare/difference.ts';
import type { DecisionModel } from '../../../engine/decisions/decision.ts';
import type { ProcessModel } from '../../../engine/model.ts';
import { DefinitionQueries } from './definition.queries.ts';
import type { FullRow } from './definition.queries.ts';
import type { VersionParameters } from './definition.schema.ts';
import { DocumentCheck } from './document-check.ts';
import type { Comparison } from './comparison.schema.ts';

type Model = ProcessModel | DecisionModel;

/** What differs between two versions of a procedure or decision. */
@Injectable()
export class ComparisonService {
  constructor(
    @Inject(DefinitionQueries) private readonly queries: DefinitionQueries,
    @Inject(DocumentCheck) private readonly documents: DocumentCheck,
  ) {}

  async versions(of: VersionParameters, other: number): Promise<Comparison> {
    const [from, to] = await Promise.all([this.version(of), this.version({ ...of, version: other })]);
    return comparisonOf(from, to.model, other);
  }

  /** With a document that is not published; the same defects as at publication. */
  async document(of: VersionParameters, bytes: Buffer): Promise<Comparison> {
    const from = await this.version(of);
    const { models } = await this.documents.checked(bytes);
    const model = models.find(({ key }) => key === of.key);
    if (!model)
      throw new CaseError('OTHER_DEFINITION', `文件中没有“${of.key}”`, { keys: models.map(({ key }) => key) });
    return comparisonOf(from, model, null);
  }

  private async version({ key, version }: VersionParameters): Promise<FullRow> {
    const row = await this.queries.one(key, version);
    if (!row) throw new CaseError('NOT_FOUND', `没有“${key}”第 ${version} 版`);
    return row;
  }
}

function comparisonOf({ kind, key, version, model: from }: FullRow, to: Model, other: number | null): Comparison {
  const about = { kind, key, version, with: other } as const;
  if ('elements' in from && 'elements' in to) return { ...about, ...(compareModels(from, to) as Difference) };
  const changes = changesBetween(from as unknown as Json, to as unknown as Json);
  const nothing = { added: [], removed: [], changed: [] };
  return { ...about, same: changes.length === 0, process: [...changes], elements: nothing, flows: nothing };
}

type Difference = Pick<Comparison, 'same' | 'process' | 'elements' | 'flows'>;
