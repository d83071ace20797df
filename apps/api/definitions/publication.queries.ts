import { Inject, Injectable } from '@nestjs/common';
import { rulesFirst } from '../../../database/definition.queries.ts';
import { CaseError } from '../../../domain/errors.ts';
import type { Defect } from '../../../domain/errors.ts';
import type { Queryable } from '../../../database/queryable.ts';
import type { CivilDate } from '../../../domain/time.ts';
import type { DecisionModel } from '../../../engine/decisions/decision.ts';
import type { ProcessModel } from '../../../engine/model.ts';
import { Database } from '../database.ts';
import type { KnownNames } from './compile.messages.ts';
import type { DefinitionKind } from './definition.queries.ts';

type Names = Omit<KnownNames, 'forms' | 'formFields' | 'formVersions'>;

interface NewDefinition {
  readonly kind: DefinitionKind;
  readonly bytes: Buffer;
  readonly hash: string;
  readonly models: readonly (ProcessModel | DecisionModel)[];
  readonly warnings: readonly Defect[];
  readonly by: string;
  readonly validFrom: CivilDate;
  readonly base?: number | undefined;
  readonly again: boolean;
}

const tables: Readonly<Record<DefinitionKind, string>> = { process: 'definition', decision: 'decision' };
/** Publications wait for each other, so that versions are counted without gaps. */
const publicationLock = 7_305_202;

@Injectable()
export class PublicationQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** All processes or decisions of a document in one transaction; false when somebody else has just published the same bytes. */
  publish({ kind, bytes, hash, models, warnings, by, validFrom, base, again }: NewDefinition): Promise<boolean> {
    return this.database.transaction(async (statements) => {
      await statements.query('select pg_advisory_xact_lock($1)', [publicationLock]);
      const same = await statements.query('select 1 from published where hash = $1 limit 1', [hash]);
      if (same.length > 0 && !again) return false;
      const taken = await statements.query<{ key: string }[]>(
        'select key from published where kind <> $1 and key = any($2) limit 1',
        [kind, models.map(({ key }) => key)],
      );
      if (taken[0]) throw keyTaken(taken[0].key, kind);
      if (base !== undefined) await refuseOvertaken(statements, models[0]?.key ?? '', base);
      const now = Date.now();
      for (const [position, model] of models.entries()) {
        // A millisecond apart, so that the order of the document can be read back.
        const at = new Date(now + position);
        const { key, name } = model;
        await statements.query(
          `with made as (
             insert into ${tables[kind]} (key, version, name, hash, document, model, warnings, published_by, published_at, valid_from)
             select $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9 from ${tables[kind]} where key = $1
             returning key, version, valid_from)
           insert into definition_trail (key, version, position, action, person_id, at, data)
           select key, version, 1, 'published', $7, $8, jsonb_build_object('validFrom', valid_from) from made`,
          [key, name, hash, bytes, JSON.stringify(model), JSON.stringify(warnings), by, at, validFrom],
        );
      }
      return true;
    });
  }

  /** Names that a definition may refer to, from the newest rules, and the decisions that rule on the day. */
  async knownNames(on: CivilDate): Promise<Names> {
    const row = await this.database.row<Names>(
      `with newest as (select periods, ladders from rule_set order by version desc limit 1)
       select array(select jsonb_object_keys(periods) from newest) as periods,
              array(select jsonb_object_keys(ladders) from newest) as ladders,
              array(select distinct role from post) as roles,
              array(select id from agency) as agencies,
              array(select distinct key from definition) as definitions,
              array(select name from service) as activities,
              coalesce((select jsonb_agg(model || jsonb_build_object('version', version)) from (
                select distinct on (key) model, version from decision
                where withdrawn_at is null and valid_from <= $1::date
                order by key, ${rulesFirst}) as decided), '[]') as decisions`,
      [on],
    );
    return row ?? { periods: [], ladders: [], roles: [], agencies: [], definitions: [], activities: [], decisions: [] };
  }
}

async function refuseOvertaken(statements: Queryable, key: string, base: number): Promise<void> {
  const [newest] = await statements.query<{ version: number; by: string | null }[]>(
    'select version, published_by as by from published where key = $1 order by version desc limit 1',
    [key],
  );
  if ((newest?.version ?? 0) === base) return;
  const details = { version: newest?.version ?? 0, by: newest?.by ?? null };
  throw new CaseError('OVERTAKEN', `“${key}”已有更新的第 ${details.version} 版，请先比较再发布`, details);
}

const keyTaken = (key: string, kind: DefinitionKind): CaseError =>
  new CaseError(
    'KEY_TAKEN',
    kind === 'process' ? `“${key}”已是一个决策的代码，流程请另取 id` : `“${key}”已是一个流程的代码，决策请另取 id`,
  );
