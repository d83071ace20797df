import { Injectable } from '@nestjs/common';
import { agenciesSeenBy, namesOf } from '../../../domain/access.ts';
import { isoOf } from '../../../domain/instant.ts';
import type { Caller } from '../access/caller.ts';
import { seesEverything } from './board.scope.ts';

/** Figures are kept for so many times as long as it took to count them, but not for ever. */
const worth = 300;
const longest = 10 * 60_000;
const most = 500;

interface Figures<Item> {
  readonly at: string;
  readonly items: Item[];
}

interface Kept {
  until: number;
  readonly figures: Promise<Figures<unknown>>;
}

/** Statistics over years, kept for each circle: in a small city for a moment, over a large one, where they take a second, for minutes. */
@Injectable()
export class KeptFigures {
  private readonly kept = new Map<string, Kept>();

  of<Item>(
    caller: Caller,
    question: readonly unknown[],
    read: (at: Date) => Promise<readonly Item[]>,
  ): Promise<Figures<Item>> {
    const key = JSON.stringify([circleOf(caller), ...question]);
    const known = this.kept.get(key);
    if (known && Date.now() < known.until) return known.figures as Promise<Figures<Item>>;
    const began = Date.now();
    const figures = read(new Date(began)).then((items) => ({ at: isoOf(began), items: [...items] }));
    const entry: Kept = { until: began + longest, figures };
    this.keep(key, entry);
    figures.then(
      () => {
        entry.until = Date.now() + Math.min(longest, (Date.now() - began) * worth);
      },
      // What failed is asked for again.
      () => this.kept.delete(key),
    );
    return figures;
  }

  private keep(key: string, entry: Kept): void {
    this.kept.delete(key);
    this.kept.set(key, entry);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= most) break;
      this.kept.delete(oldest);
    }
  }
}

/** People of the same circle share figures; whoever is a deputy or has stepped back from something has a circle of their own. */
function circleOf(caller: Caller): unknown {
  if (seesEverything(caller)) return 'all';
  if (caller.recused || caller.principals.length > 0) return [caller.user, caller.posts, caller.principals];
  return [namesOf(caller), agenciesSeenBy(caller)];
}
