import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database.ts';

/** Names for ids, as a document has them; an id that nobody knows stands for itself. */
export interface Names {
  readonly agency: (id: string | null) => string;
  readonly person: (id: string | null) => string;
  readonly procedure: (key: string) => string;
}

@Injectable()
export class NameBook {
  constructor(@Inject(Database) private readonly database: Database) {}

  async names(): Promise<Names> {
    const [agencies, people, procedures] = await Promise.all([
      this.named('select id, name from agency'),
      this.named('select id, name from person'),
      this.named('select distinct on (key) key as id, name from definition order by key, version desc'),
    ]);
    const of = (names: ReadonlyMap<string, string>) => (id: string | null) =>
      id === null ? '' : (names.get(id) ?? id);
    return { agency: of(agencies), person: of(people), procedure: of(procedures) };
  }

  private async named(text: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.rows<{ id: string; name: string }>(text);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
