import { readdirSync, readFileSync } from 'node:fs';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { Form } from './form.ts';
import type { FormSchema } from './form.ts';
import { FormQueries } from './form.queries.ts';
import type { FormRef } from './form.queries.ts';

const folder = new URL('../../../definitions/forms/', import.meta.url);
const named = ({ key, version }: FormRef): string => `${key}@${version}`;

/** What names a form: a task, a start event. Without a version it is the first: from before forms had versions. */
export interface FormUse {
  readonly form?: string | null;
  readonly formVersion?: number | null;
}

/** Every version of every form. Versions never change, so that each is read once; a broken file of the release stops the start. */
@Injectable()
export class FormStore implements OnApplicationBootstrap {
  private readonly release: ReadonlyMap<string, FormSchema>;
  private readonly known = new Map<string, Form>();
  private takenUp: Promise<void> | undefined;

  constructor(@Inject(FormQueries) private readonly queries: FormQueries) {
    this.release = new Map(
      readdirSync(folder)
        .filter((file) => file.endsWith('.json'))
        .map((file) => {
          const schema = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as FormSchema;
          const key = file.slice(0, -'.json'.length);
          new Form(key, 1, schema).validator();
          return [key, schema] as const;
        }),
    );
  }

  onApplicationBootstrap(): void {
    this.ready().catch((error: unknown) => {
      new Logger('Forms').warn(`the release's forms are not yet in the database: ${String(error)}`);
    });
  }

  /** The newest version of each form. */
  async newest(): Promise<readonly Form[]> {
    await this.ready();
    return this.load(await this.queries.newest());
  }

  /** One version of a form, the newest where none is named. */
  async one(key: string, version?: number): Promise<Form | undefined> {
    await this.ready();
    const newest = version ?? (await this.queries.versions(key))[0]?.version;
    if (newest === undefined) return undefined;
    const [form] = await this.load([{ key, version: newest }]);
    return form;
  }

  /** The forms that these use, read at once; then each is there without waiting. */
  async usedBy(uses: readonly FormUse[]): Promise<(use: FormUse) => Form | undefined> {
    const refs = uses.flatMap((use) => refOf(use) ?? []);
    if (refs.length > 0) await this.ready();
    await this.load(refs);
    return (use) => {
      const ref = refOf(use);
      return ref && this.known.get(named(ref));
    };
  }

  private async load(refs: readonly FormRef[]): Promise<readonly Form[]> {
    const unread = new Map(refs.filter((ref) => !this.known.has(named(ref))).map((ref) => [named(ref), ref]));
    if (unread.size > 0) {
      for (const { key, version, schema } of await this.queries.schemas([...unread.values()]))
        this.known.set(named({ key, version }), new Form(key, version, schema));
    }
    return refs.flatMap((ref) => this.known.get(named(ref)) ?? []);
  }

  /** The release's forms are in the database; tried again by the next question where it could not be reached. */
  private ready(): Promise<void> {
    this.takenUp ??= this.queries.takeUp(this.release).catch((error: unknown) => {
      this.takenUp = undefined;
      throw error;
    });
    return this.takenUp;
  }
}

const refOf = ({ form, formVersion }: FormUse): FormRef | undefined =>
  form ? { key: form, version: formVersion ?? 1 } : undefined;
