import { Inject, Injectable } from '@nestjs/common';
import { petitionsIn } from '../../../database/petition.queries.ts';
import { addDays, addMonths } from '../../../domain/civil-date.ts';
import { figuresOf, petitionAnalysis } from '../../../domain/petition-analysis.ts';
import type { PetitionAnalysis } from '../../../domain/petition-analysis.ts';
import { leastShown } from '../../../domain/petition-statistics.ts';
import type { CountedPetition } from '../../../domain/petition-statistics.ts';
import { Database } from '../database.ts';
import type { PetitionAnalysisShown } from './petitions.schema.ts';

const trend = 8;

/** 信访分析: counts of whole quarters and years, never of fewer than can be inferred, never who wrote. */
@Injectable()
export class PetitionQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  async analysed(period: string): Promise<PetitionAnalysisShown> {
    const before = shifted(period, period.length === 4 ? -4 : -1);
    const quarters = Array.from({ length: trend }, (_, back) => shifted(lastQuarterOf(period), back - trend + 1));
    const yearBefore = shifted(period, -4);
    const petitions = await this.petitionsOf([period, before, yearBefore, ...quarters]);
    const [all, previous] = [petitions(period), petitions(before)];
    const whole = petitionAnalysis(all, previous, leastShown);
    const part = (count: number | null, keep: 'repeat' | 'aboutHead') =>
      count === null
        ? null
        : shown(
            petitionAnalysis(
              all.filter((one) => one[keep]),
              previous.filter((one) => one[keep]),
              leastShown,
            ),
          );
    return {
      period,
      before,
      least: leastShown,
      all: shown(whole),
      previous: figuresOf(previous, leastShown),
      lastYear: figuresOf(petitions(yearBefore), leastShown),
      repeats: part(whole.repeats, 'repeat'),
      heads: part(whole.aboutHeads, 'aboutHead'),
      quarters: quarters.map((quarter) => ({ quarter, ...figuresOf(petitions(quarter), leastShown) })),
    };
  }

  /** Each period is read once, however many figures are made of it, and one after the other over one connection. */
  private async petitionsOf(periods: readonly string[]): Promise<(period: string) => readonly CountedPetition[]> {
    const found = new Map<string, readonly CountedPetition[]>();
    await this.database.transaction(async (db) => {
      for (const period of new Set(periods)) {
        const { from, to } = spanOf(period);
        found.set(period, await petitionsIn(db, from, to));
      }
    });
    return (period) => found.get(period) ?? [];
  }
}

const shown = ({ byUnit, byTopic, byChannel, ...figures }: PetitionAnalysis) => ({
  ...figures,
  byUnit: [...byUnit],
  byTopic: [...byTopic],
  byChannel: [...byChannel],
});

function spanOf(period: string): { readonly from: string; readonly to: string } {
  const [year, quarter] = period.split('-Q');
  if (quarter === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const from = `${year}-${String(3 * Number(quarter) - 2).padStart(2, '0')}-01`;
  return { from, to: addDays(addMonths(from, 3), -1) };
}

const lastQuarterOf = (period: string): string => (period.length === 4 ? `${period}-Q4` : period);

/** The period so many quarters away. */
function shifted(period: string, by: number): string {
  if (period.length === 4) return String(Number(period) + by / 4);
  const count = Number(period.slice(0, 4)) * 4 + Number(period.at(-1)) - 1 + by;
  return `${Math.floor(count / 4)}-Q${(count % 4) + 1}`;
}
