import { Inject, Injectable } from '@nestjs/common';
import { isSupervised, mayReadTask } from '../../../domain/access.ts';
import type { Json } from '../../../engine/command.ts';
import { Database } from '../database.ts';
import { FormStore } from '../forms/form.store.ts';
import type { Caller } from './caller.ts';
import { ObjectQueries } from './object.queries.ts';
import type { CaseObject } from './object.queries.ts';

interface Naming {
  readonly id: string;
  readonly form: string;
  readonly formVersion: number | null;
  readonly variables: Readonly<Record<string, Json>>;
}

/** A guest reads, besides the files it brought itself, what the form of an open step of its own shows. */
@Injectable()
export class ShownFiles {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ObjectQueries) private readonly objects: ObjectQueries,
    @Inject(FormStore) private readonly forms: FormStore,
  ) {}

  /** The case whose step shows the file to the caller. */
  async shownIn(file: string, cases: readonly string[], caller: Caller): Promise<CaseObject | undefined> {
    const steps = await this.naming(file, cases);
    const formOf = await this.forms.usedBy(steps);
    const names = isSupervised(caller) ? 'again' : 'fields';
    const shows = steps.filter((step) => formOf(step)?.[names].some((name) => holds(step.variables[name], file)));
    const found = await Promise.all(shows.map(({ id }) => this.objects.taskById(id, caller)));
    return found.find((one) => one !== undefined && mayReadTask(caller, one.case, one.task))?.case;
  }

  private naming(file: string, cases: readonly string[]): Promise<readonly Naming[]> {
    return this.database.rows<Naming>(
      `select id, form, form_version as "formVersion", variables from task_view
       where case_id = any($1) and status in ('open', 'suspended') and form is not null
         and position(to_json($2::text)::text in variables::text) > 0`,
      [cases, file],
    );
  }
}

function holds(value: Json | undefined, text: string): boolean {
  if (typeof value === 'string') return value === text;
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((one) => holds(one as Json, text));
}
