import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import type { Defect } from '../../../domain/errors.ts';
import { isoOf } from '../../../domain/instant.ts';
import type { ProcessModel } from '../../../engine/model.ts';
import { FormStore } from '../forms/form.store.ts';
import { Compiler } from './compiler.ts';
import { DefinitionQueries } from './definition.queries.ts';
import type { DefinitionKind, DefinitionRow, FullRow } from './definition.queries.ts';
import type { Definition, DefinitionList, Publication } from './definition.schema.ts';

interface Published {
  readonly publication: Publication;
  /** False when these very bytes had been published before. */
  readonly created: boolean;
}

const unknown = (key: string) => new CaseError('NOT_FOUND', `没有名为“${key}”的流程或决策，或没有这个版本`);

@Injectable()
export class DefinitionService {
  constructor(
    @Inject(DefinitionQueries) private readonly queries: DefinitionQueries,
    @Inject(Compiler) private readonly compiler: Compiler,
    @Inject(FormStore) private readonly forms: FormStore,
  ) {}

  async publish(bytes: Buffer, by: string, dryRun: boolean): Promise<Published> {
    const hash = createHash('sha256').update(bytes).digest('hex');
    const known = await this.publishedAs(hash, dryRun);
    if (known) return known;
    const names = await this.queries.knownNames();
    const { processes, decisions, defects, warnings, imported } = await this.compiler.compile(bytes, {
      ...names,
      forms: this.forms.keys(),
      formFields: Object.fromEntries(this.forms.keys().map((key) => [key, this.forms.fieldsOf(key)])),
    });
    if (defects.length > 0)
      throw new CaseError('INVALID_DEFINITION', `流程文件有 ${defects.length} 处问题，未发布`, { defects });
    const kind = decisions.length > 0 ? 'decision' : 'process';
    const models = decisions.length > 0 ? decisions : processes;
    if (dryRun)
      return { created: false, publication: await this.wouldBe(kind, models, hash, [...imported, ...warnings]) };
    const rows = await this.queries.publish({ kind, bytes, hash, models, warnings, by });
    if (rows) return { created: true, publication: publicationOf(rows, warnings, false) };
    const others = await this.publishedAs(hash, dryRun);
    if (!others) throw new Error('the definition that another request has just published is not there');
    return others;
  }

  async list(kind: DefinitionKind): Promise<DefinitionList> {
    const rows = await this.queries.newest(kind);
    return { items: rows.map(summaryOf), nextCursor: null, total: rows.length };
  }

  async one(key: string, version: number | null): Promise<Definition> {
    const row = await this.queries.one(key, version);
    if (!row) throw unknown(key);
    return definitionOf(row);
  }

  async document(key: string, version: number | null): Promise<Buffer> {
    const row = await this.queries.document(key, version);
    if (!row) throw unknown(key);
    return row.document;
  }

  private async publishedAs(hash: string, dryRun: boolean): Promise<Published | null> {
    const rows = await this.queries.ofBytes(hash);
    const [first] = rows;
    return first ? { created: false, publication: publicationOf(rows, first.warnings, dryRun) } : null;
  }

  private async wouldBe(
    kind: DefinitionKind,
    models: readonly { readonly key: string }[],
    hash: string,
    warnings: readonly Defect[],
  ): Promise<Publication> {
    const newest = new Map((await this.queries.newest(kind)).map((row) => [row.key, row.version]));
    const rows = models.map(({ key }) => ({ key, version: (newest.get(key) ?? 0) + 1, hash }));
    return publicationOf(rows, warnings, true);
  }
}

function publicationOf(
  rows: readonly Pick<DefinitionRow, 'key' | 'version' | 'hash'>[],
  warnings: readonly Defect[],
  dryRun: boolean,
): Publication {
  const definitions = rows.map(({ key, version, hash }) => ({ key, version, hash }));
  const [first] = definitions;
  if (!first) throw new Error('a publication has at least one process');
  return { ...first, warnings: [...warnings], definitions, dryRun };
}

const summaryOf = ({ kind, key, version, hash, name, publishedBy, publishedAt }: DefinitionRow) => ({
  kind,
  key,
  version,
  hash,
  name,
  publishedBy,
  publishedAt: isoOf(publishedAt),
});

const definitionOf = (row: FullRow): Definition => ({
  ...summaryOf(row),
  versions: [...row.versions],
  warnings: [...row.warnings],
  startEvents: 'children' in row.model ? startsOf(row.model) : [],
});

const startsOf = ({ children, elements }: ProcessModel): Definition['startEvents'] =>
  children
    .map((id) => elements[id])
    .filter((element) => element?.kind === 'startEvent')
    .flatMap((element) => (element ? [startOf(element)] : []));

function startOf({ id, name, event }: ProcessModel['elements'][string]): Definition['startEvents'][number] {
  const message = event?.kind === 'message' && 'constant' in event.name ? event.name.constant : null;
  return { id, name: name ?? null, kind: event?.kind ?? 'none', message };
}
