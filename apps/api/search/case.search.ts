import { Global, Inject, Injectable, Module } from '@nestjs/common';
import { agenciesSeenBy, guestNamesOf, namesOf, overseesAll } from '../../../domain/access.ts';
import { inside } from '../access/reach.ts';
import type { Caller } from '../access/caller.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import { gramsOf, wordsOf } from './words.ts';

/** Of more cases than this the index says nothing new: the list is looked through in its order, and its first page is soon full. */
const few = 2_000;

interface Search {
  readonly q: string;
  /** Only cases with a step under way. */
  readonly live: boolean;
  /** Column of the step's name, where rows are steps; for cases any of their steps may hold a word. */
  readonly step?: string;
}

/** Full-text search in cases: every word of the search is to be found in what the caller may see. */
@Injectable()
export class CaseSearch {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Adds the search to conditions on `case_view c` joined with `case_text x`. */
  async narrow(caller: Caller, { q, live, step }: Search, where: Conditions): Promise<void> {
    const words = wordsOf(q);
    if (words.length === 0) return;
    const grams = [...new Set(words.flatMap(gramsOf))];
    const found = await this.holding(grams, caller, live);
    if (found.length <= few) where.add(`x.case_id = any(${where.bind(found)}::text[])`);
    // What is found is told: a guest finds nothing in others' steps nor in variables that it may not see.
    const within = overseesAll(caller) ? null : inside(caller, where);
    const seen = (text: string) => (within === null ? text : `case when c.trial or ${within} then ${text} end`);
    for (const word of words) {
      const bound = where.bind(word);
      const holds = (text: string) => `strpos(${text}, ${bound}) > 0`;
      // The step's own name costs most and is looked at last.
      const inStep = step ? `${holds('x.steps')} and ${holds(`plain_text(${step})`)}` : holds(seen('x.steps'));
      where.add(`${holds('x.head')} or ${holds(seen('x.body'))} or (${inStep})`);
    }
  }

  /** Cases with all these pairs of characters, as far as the index knows the caller's circle; one more than a few of many. */
  private async holding(grams: readonly string[], caller: Caller, live: boolean): Promise<readonly string[]> {
    const where = new Conditions();
    where.add(`grams @> ${where.bind(grams)}::text[]`);
    if (live) where.add(`keys @> '{live}'`);
    // What a deputy sees for others the index does not know.
    if (!overseesAll(caller) && caller.principals.length === 0)
      where.add(
        `keys && ${where.bind([...namesOf(caller), ...guestNamesOf(caller), ...agenciesSeenBy(caller)])}::text[]`,
      );
    const rows = await this.database.rows<{ id: string }>(
      `select case_id as id from case_text where ${where.text()} limit ${few + 1}`,
      where.values(),
    );
    return rows.map(({ id }) => id);
  }
}

@Global()
@Module({ providers: [CaseSearch], exports: [CaseSearch] })
export class SearchModule {}
