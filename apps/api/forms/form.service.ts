import { Inject, Injectable } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import { isoOf } from '../../../domain/instant.ts';
import { Database } from '../database.ts';
import { defectsOfForm } from './form.dialect.ts';
import { FormQueries } from './form.queries.ts';
import type { FormRow } from './form.queries.ts';
import type { FormSchema } from './form.ts';
import type { FormList, ListedForm, PublishedForm, PublishFormQuery } from './form.schema.ts';
import { FormStore } from './form.store.ts';

interface Published {
  readonly form: PublishedForm;
  readonly created: boolean;
}

/** Forms as data: listed, read in any version, published anew. */
@Injectable()
export class FormService {
  constructor(
    @Inject(FormStore) private readonly store: FormStore,
    @Inject(FormQueries) private readonly queries: FormQueries,
    @Inject(Database) private readonly database: Database,
  ) {}

  async list(): Promise<FormList> {
    await this.store.newest();
    return listOf(await this.queries.newest());
  }

  async versions(key: string): Promise<FormList> {
    await this.schema(key);
    return listOf(await this.queries.versions(key));
  }

  async schema(key: string, version?: number): Promise<FormSchema> {
    const form = await this.store.one(key, version);
    if (!form) throw new CaseError('NOT_FOUND', `没有名为“${key}”的表单${version ? `第 ${version} 版` : ''}`);
    return form.schema;
  }

  /** Everything wrong with it at once; the same as the newest is no new version. */
  async publish(
    key: string,
    schema: FormSchema,
    by: string,
    { dryRun, preview, base }: PublishFormQuery,
  ): Promise<Published> {
    const defects = defectsOfForm(key, schema);
    if (defects.length > 0) throw new CaseError('INVALID_FORM', `表单有 ${defects.length} 处问题，未发布`, { defects });
    const newest = await this.store.one(key);
    if (dryRun === 'true' || preview === 'true') {
      const version = (newest?.version ?? 0) + 1;
      return {
        created: false,
        form: { key, version, dryRun: true, usedBy: await this.users(key, version), defects: [] },
      };
    }
    const title = String(schema['title']);
    const { version, created } = await this.queries.publish({ key, title, schema, by, base });
    return { created, form: { key, version, dryRun: false, usedBy: await this.users(key, version), defects: [] } };
  }

  /** Procedures that would go on asking an older version. */
  private async users(key: string, version: number): Promise<PublishedForm['usedBy']> {
    const rows = await this.database.rows<PublishedForm['usedBy'][number]>(
      `select d.key, d.version, d.name, min(coalesce((rule->>'formVersion')::int, 1)) as "formVersion"
       from definition d, jsonb_each(d.model->'elements') e(id, element),
         lateral (select case when element->'task'->>'form' is null then element else element->'task' end) r(rule)
       where d.withdrawn_at is null and rule->>'form' = $1 and coalesce((rule->>'formVersion')::int, 1) < $2
         and not exists (select from definition newer where newer.key = d.key and newer.version > d.version
           and newer.withdrawn_at is null)
       group by d.key, d.version, d.name order by d.key`,
      [key, version],
    );
    return [...rows];
  }
}

const listOf = (rows: readonly FormRow[]): FormList => ({
  items: rows.map(listed),
  nextCursor: null,
  total: rows.length,
});

const listed = ({ key, version, title, publishedBy, publishedAt }: FormRow): ListedForm => ({
  key,
  version,
  title,
  release: publishedBy === 'liandong',
  publishedBy: publishedBy === 'liandong' ? null : publishedBy,
  publishedAt: isoOf(publishedAt),
});
