import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.ts';
import { DoubtService } from './doubt.service.ts';
import type { Hit } from './doubt.service.ts';
import { IndicatorFigures } from './indicator.figures.ts';
import type { IndicatorValue } from './indicator.schema.ts';
import { IndicatorStore } from './indicator.store.ts';
import { judge } from './rule.judging.ts';
import { precisionOf } from './rule.precision.ts';
import type { Ran, Rule, Run, Tried, Year } from './rule.schema.ts';
import { RuleStore } from './rule.store.ts';

const placeOf = ({ unit, period }: Pick<IndicatorValue, 'unit' | 'period'>): string => `${unit}\n${period}`;

/** What rules say: tried on a year that is over, run over a period once switched on, judged by what people found. */
@Injectable()
export class RuleService {
  constructor(
    @Inject(RuleStore) private readonly rules: RuleStore,
    @Inject(IndicatorStore) private readonly indicators: IndicatorStore,
    @Inject(IndicatorFigures) private readonly figures: IndicatorFigures,
    @Inject(DoubtService) private readonly doubts: DoubtService,
  ) {}

  /** What it would have said of a year; nothing is raised. */
  async trial(key: string, { year }: Year, caller: Caller): Promise<Tried> {
    const rule = await this.rules.one(key, caller);
    const { judged, hits } = await this.hitsOf(rule, year);
    const found = await this.doubts.foundBy(key);
    const known = hits.map((hit) => ({ ...hit, found: found.get(placeOf(hit)) ?? null }));
    const count = (what: string | null): number => known.filter((hit) => hit.found === what).length;
    const [valid, falseAlarms] = [count('valid'), count('false-alarm')];
    return {
      rule: key,
      version: rule.version,
      year,
      judged,
      green: judged - hits.length,
      hits: known.map(({ rank: _rank, ...hit }) => ({ ...hit, matched: [...hit.matched], inputs: { ...hit.inputs } })),
      learnt: { valid, falseAlarms, unchecked: count(null), precision: precisionOf(valid, falseAlarms) },
    };
  }

  /** Raises a doubt for every hit of a period, each once whatever is repeated. */
  async run(key: string, { period }: Run, caller: Caller): Promise<Ran> {
    const rule = await this.rules.inForce(key, caller);
    const { judged, hits } = await this.hitsOf(rule, Number(period.slice(0, 4)), period);
    const indicator = await this.indicators.one(rule.indicator);
    let raised = 0;
    for (const hit of hits) if (await this.doubts.raise(rule, indicator, hit, caller)) raised += 1;
    return { rule: key, period, judged, raised, known: hits.length - raised };
  }

  private async hitsOf(rule: Rule, year: number, period?: string) {
    const logic = await this.rules.logicOf(rule);
    const indicator = await this.indicators.one(rule.indicator);
    const values = (await this.figures.computed(indicator, year)).filter(
      (one) => period === undefined || one.period === period,
    );
    const inputsOf = await this.inputsOf(rule, year);
    const hits = values.flatMap((value): Hit[] => {
      const inputs = inputsOf(value);
      const { level, reason, matched } = judge(logic, { value, inputs });
      return level === 'green' ? [] : [{ ...value, level, reason, matched, inputs }];
    });
    return { judged: values.length, hits };
  }

  /** The rule's other indicators of the same unit and period. */
  private async inputsOf({ inputs }: Pick<Rule, 'inputs'>, year: number) {
    const known = await Promise.all(
      inputs.map(async ({ name, indicator }) => {
        const values = await this.figures.computed(await this.indicators.one(indicator), year);
        return [name, new Map(values.map((one) => [placeOf(one), one.value]))] as const;
      }),
    );
    return (at: IndicatorValue) =>
      Object.fromEntries(known.map(([name, values]) => [name, values.get(placeOf(at)) ?? null]));
  }
}
