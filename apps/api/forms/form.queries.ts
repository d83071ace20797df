import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { Queryable } from '../../../database/queryable.ts';
import { CaseError } from '../../../domain/errors.ts';
import { Database } from '../database.ts';
import type { FormSchema } from './form.ts';

export interface FormRef {
  readonly key: string;
  readonly version: number;
}

export interface FormRow extends FormRef {
  readonly title: string;
  readonly publishedBy: string;
  readonly publishedAt: number;
}

interface NewForm {
  readonly key: string;
  readonly title: string;
  readonly schema: FormSchema;
  readonly by: string;
  /** The newest version that is known; 0 for none. */
  readonly base?: number | undefined;
}

/** Who publishes what comes with the product. */
const release = 'liandong';
/** Publications of forms wait for each other, so that versions are counted without gaps. */
const formLock = 7_305_203;
const columns = 'key, version, title, published_by as "publishedBy", published_at as "publishedAt"';

@Injectable()
export class FormQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  newest(): Promise<readonly FormRow[]> {
    return this.database.rows<FormRow>(`select distinct on (key) ${columns} from form order by key, version desc`);
  }

  versions(key: string): Promise<readonly FormRow[]> {
    return this.database.rows<FormRow>(`select ${columns} from form where key = $1 order by version desc`, [key]);
  }

  schemas(refs: readonly FormRef[]): Promise<readonly (FormRef & { readonly schema: FormSchema })[]> {
    return this.database.rows(
      `select f.key, f.version, f.schema from form f join unnest($1::text[], $2::int[]) as wanted (key, version)
         on f.key = wanted.key and f.version = wanted.version`,
      [refs.map(({ key }) => key), refs.map(({ version }) => version)],
    );
  }

  /** A new version, or the newest where that says the same. */
  publish(form: NewForm): Promise<FormRow & { readonly created: boolean }> {
    return this.database.transaction(async (statements) => {
      await statements.query('select pg_advisory_xact_lock($1)', [formLock]);
      const newest = await newestOf(statements, form.key);
      if (form.base !== undefined && form.base !== (newest?.version ?? 0)) throw overtaken(form.key, newest);
      if (newest?.hash === hashOf(form.schema)) return { ...newest, created: false };
      return { ...(await insert(statements, form)), created: true };
    });
  }

  /** The release's own forms: new ones, and those that it has changed; one that a customer has changed since stays the customer's. */
  takeUp(forms: ReadonlyMap<string, FormSchema>): Promise<void> {
    return this.database.transaction(async (statements) => {
      await statements.query('select pg_advisory_xact_lock($1)', [formLock]);
      const rows = await statements.query<{ key: string; by: string; hash: string }[]>(
        'select distinct on (key) key, published_by as by, hash from form order by key, version desc',
      );
      const known = new Map(rows.map((row) => [row.key, row]));
      for (const [key, schema] of forms) {
        const newest = known.get(key);
        if (newest && (newest.by !== release || newest.hash === hashOf(schema))) continue;
        await insert(statements, { key, title: titleOf(key, schema), schema, by: release });
      }
    });
  }
}

const hashOf = (schema: FormSchema): string => createHash('sha256').update(JSON.stringify(schema)).digest('hex');

const titleOf = (key: string, { title }: FormSchema): string => (typeof title === 'string' ? title : key);

async function newestOf(
  statements: Queryable,
  key: string,
): Promise<(FormRow & { readonly hash: string }) | undefined> {
  const [row] = await statements.query<(FormRow & { hash: string })[]>(
    `select ${columns}, hash from form where key = $1 order by version desc limit 1`,
    [key],
  );
  return row;
}

async function insert(statements: Queryable, { key, title, schema, by }: NewForm): Promise<FormRow> {
  const [row] = await statements.query<FormRow[]>(
    `insert into form (key, version, title, schema, hash, published_by, published_at)
     select $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, $6 from form where key = $1 returning ${columns}`,
    [key, title, JSON.stringify(schema), hashOf(schema), by, new Date()],
  );
  if (!row) throw new Error(`the form ${key} was not stored`);
  return row;
}

function overtaken(key: string, newest: FormRow | undefined): CaseError {
  const details = { version: newest?.version ?? 0, by: newest?.publishedBy ?? null };
  return new CaseError('OVERTAKEN', `表单“${key}”已有更新的第 ${details.version} 版，请先看一看再发布`, details);
}
