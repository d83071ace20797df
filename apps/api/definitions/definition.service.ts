import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { civilDate } from '../../../domain/civil-date.ts';
import { CaseError } from '../../../domain/errors.ts';
import type { Defect } from '../../../domain/errors.ts';
import { isoOf } from '../../../domain/instant.ts';
import type { CivilDate } from '../../../domain/time.ts';
import type { ProcessModel } from '../../../engine/model.ts';
import { DefinitionQueries, today } from './definition.queries.ts';
import type { DefinitionKind, DefinitionRow, FullRow } from './definition.queries.ts';
import type { Definition, DefinitionList, DefinitionSummary, Publication } from './definition.schema.ts';
import { DocumentCheck } from './document-check.ts';
import { PublicationQueries } from './publication.queries.ts';

interface Published {
  readonly publication: Publication;
  /** False when these very bytes had been published before. */
  readonly created: boolean;
}

interface Publishing {
  readonly dryRun: boolean;
  readonly validFrom?: CivilDate | undefined;
  readonly base?: number | undefined;
  /** Also where these bytes are published already: what they name may have changed. */
  readonly again?: boolean;
}

interface Unpublished {
  readonly kind: DefinitionKind;
  readonly models: readonly { readonly key: string }[];
  readonly hash: string;
  readonly validFrom: CivilDate;
}

const unknown = (key: string) => new CaseError('NOT_FOUND', `没有名为“${key}”的流程或决策，或没有这个版本`);

@Injectable()
export class DefinitionService {
  constructor(
    @Inject(DefinitionQueries) private readonly queries: DefinitionQueries,
    @Inject(PublicationQueries) private readonly publications: PublicationQueries,
    @Inject(DocumentCheck) private readonly documents: DocumentCheck,
  ) {}

  async publish(
    bytes: Buffer,
    by: string,
    { dryRun, validFrom = today(), base, again = false }: Publishing,
  ): Promise<Published> {
    if (civilDate(validFrom) < today())
      throw new CaseError('VALID_FROM_PAST', '生效日期不能早于今天：已立案件按当时生效的版本办理', { validFrom });
    const hash = createHash('sha256').update(bytes).digest('hex');
    const known = await this.publishedAs(hash, dryRun);
    if (known && !again) return known;
    const { kind, models, warnings, imported } = await this.documents.checked(bytes);
    if (known && (await this.queries.areTheNewest(models))) return known;
    const later = await this.laterThan(
      models.map(({ key }) => key),
      validFrom,
    );
    if (dryRun) {
      const noted = [...imported, ...warnings, ...later];
      return { created: false, publication: await this.wouldBe({ kind, models, hash, validFrom }, noted) };
    }
    const created = await this.publications.publish({
      kind,
      bytes,
      hash,
      models,
      warnings,
      by,
      validFrom,
      base,
      again,
    });
    const published = await this.publishedAs(hash, dryRun);
    if (!published) throw new Error('the definition that has just been published is not there');
    const { publication } = published;
    return created
      ? { created, publication: { ...publication, warnings: [...publication.warnings, ...later] } }
      : published;
  }

  async list(kind: DefinitionKind): Promise<DefinitionList> {
    const rows = await this.queries.shown(kind);
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

  /** What was published to rule later still will, in the place of this one. */
  private async laterThan(keys: readonly string[], validFrom: CivilDate): Promise<readonly Defect[]> {
    const rows = await this.queries.later(keys, validFrom);
    return rows.map(({ key, version, validFrom: day }) => ({
      code: 'LATER_VERSION',
      message: `“${key}”第 ${version} 版将自 ${day} 起生效，届时取代本版`,
    }));
  }

  private async wouldBe(
    { kind, models, hash, validFrom }: Unpublished,
    warnings: readonly Defect[],
  ): Promise<Publication> {
    const newest = await this.queries.highest(kind);
    const state = validFrom > today() ? 'future' : 'in-force';
    const rows = models.map(
      ({ key }) => ({ key, version: (newest.get(key) ?? 0) + 1, hash, validFrom, state }) as const,
    );
    return publicationOf(rows, warnings, true);
  }
}

function publicationOf(
  rows: readonly Pick<DefinitionRow, 'key' | 'version' | 'hash' | 'validFrom' | 'state'>[],
  warnings: readonly Defect[],
  dryRun: boolean,
): Publication {
  const definitions = rows.map(({ key, version, hash }) => ({ key, version, hash }));
  const [first] = rows;
  if (!first) throw new Error('a publication has at least one process');
  const { key, version, hash, validFrom, state } = first;
  return { key, version, hash, validFrom, state, warnings: [...warnings], definitions, dryRun };
}

/** A version as lists show it. */
export const summaryOf = ({ publishedAt, withdrawnAt, ...row }: DefinitionRow): DefinitionSummary => ({
  kind: row.kind,
  key: row.key,
  version: row.version,
  hash: row.hash,
  name: row.name,
  publishedBy: row.publishedBy,
  publishedAt: isoOf(publishedAt),
  validFrom: row.validFrom,
  withdrawnBy: row.withdrawnBy,
  withdrawnAt: withdrawnAt === null ? null : isoOf(withdrawnAt),
  state: row.state,
});

const definitionOf = (row: FullRow): Definition => ({
  ...summaryOf(row),
  documentation: 'documentation' in row.model ? (row.model.documentation ?? null) : null,
  versions: [...row.versions],
  warnings: [...row.warnings],
  startEvents: 'children' in row.model ? startsOf(row.model) : [],
  titled: 'titled' in row.model && row.model.titled ? 'procedure' : 'opener',
});

const startsOf = ({ children, elements }: ProcessModel): Definition['startEvents'] =>
  children
    .map((id) => elements[id])
    .filter((element) => element?.kind === 'startEvent')
    .flatMap((element) => (element ? [startOf(element)] : []));

function startOf(element: ProcessModel['elements'][string]): Definition['startEvents'][number] {
  const { id, name, event, form, formVersion = 1 } = element;
  const message = event?.kind === 'message' && 'constant' in event.name ? event.name.constant : null;
  return {
    id,
    name: name ?? null,
    kind: event?.kind ?? 'none',
    message,
    form: form ?? null,
    formVersion: form ? formVersion : null,
  };
}
