import { Inject, Injectable } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import { isoOf } from '../../../domain/instant.ts';
import type { Caller } from '../access/caller.ts';
import { Database } from '../database.ts';
import { DoubtService } from './doubt.service.ts';
import type { Hit } from './doubt.service.ts';
import { IndicatorFigures } from './indicator.figures.ts';
import { IndicatorStore } from './indicator.store.ts';
import { mayKeepPlatform } from './platform.access.ts';
import { levelOf, probes } from './rule.judging.ts';
import type { NewRule, Ran, Rule, Run, Switch, Tried, Year } from './rule.schema.ts';

type Stored = Omit<Rule, 'madeAt' | 'mayKeep' | 'learnt'> & {
  readonly madeAt: number;
  readonly valid: number;
  readonly falseAlarms: number;
  readonly unchecked: number;
};

/** Warning rules as versioned data: tried on a year that is over, switched on, run over a period, judged by what people found. */
@Injectable()
export class RuleService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(IndicatorStore) private readonly indicators: IndicatorStore,
    @Inject(IndicatorFigures) private readonly figures: IndicatorFigures,
    @Inject(DoubtService) private readonly doubts: DoubtService,
  ) {}

  async all(caller: Caller, key: string | null = null): Promise<readonly Rule[]> {
    const rows = await this.database.rows<Stored>(
      `select distinct on (w.key) w.key, w.version, w.name, w.indicator, w.feel, w.status, w.made_by as "madeBy", w.made_at as "madeAt",
         f.valid, f."falseAlarms", f.unchecked
       from warning_rule w cross join lateral (
         select count(*) filter (where r.status in ('valid', 'triaged'))::int as valid,
           count(*) filter (where r.status = 'false-alarm')::int as "falseAlarms",
           count(*) filter (where r.status is null or r.status = 'open')::int as unchecked
         from doubt d left join record_view r on r.case_id = d.case_id and r.ledger = 'doubt'
         where d.rule_key = w.key and d.rule_version = w.version) f
       where $1::text is null or w.key = $1 order by w.key, w.version desc`,
      [key],
    );
    return rows.map(({ madeAt, valid, falseAlarms, unchecked, ...row }) => ({
      ...row,
      madeAt: isoOf(madeAt),
      learnt: { valid, falseAlarms, unchecked, precision: precisionOf(valid, falseAlarms) },
      mayKeep: mayKeepPlatform(caller),
    }));
  }

  async one(key: string, caller: Caller): Promise<Rule> {
    const [found] = await this.all(caller, key);
    if (!found) throw new CaseError('NOT_FOUND', `没有预警规则“${key}”`);
    return found;
  }

  /** A new version begins as a trial: it raises nothing before somebody switches it on. */
  async put({ key, name, indicator, feel }: NewRule, caller: Caller): Promise<Rule> {
    await this.indicators.one(indicator);
    for (const probe of probes) levelOf(feel, probe);
    await this.database.rows(
      `insert into warning_rule (key, version, name, indicator, feel, status, made_by, made_at)
       select $1, coalesce(max(version), 0) + 1, $2, $3, $4, 'trial', $5, $6 from warning_rule where key = $1`,
      [key, name, indicator, feel, caller.user, new Date()],
    );
    return this.one(key, caller);
  }

  async switchTo(key: string, { status }: Switch, caller: Caller): Promise<Rule> {
    const { version } = await this.one(key, caller);
    await this.database.rows('update warning_rule set status = $3 where key = $1 and version = $2', [
      key,
      version,
      status,
    ]);
    return this.one(key, caller);
  }

  /** What it would have said of a year; nothing is raised. */
  async trial(key: string, { year }: Year, caller: Caller): Promise<Tried> {
    const rule = await this.one(key, caller);
    const { judged, hits } = await this.hitsOf(rule, year);
    const found = await this.doubts.foundBy(key);
    const known = hits.map((hit) => ({ ...hit, found: found.get(`${hit.unit}\n${hit.period}`) ?? null }));
    const count = (what: string | null): number => known.filter((hit) => hit.found === what).length;
    const [valid, falseAlarms] = [count('valid'), count('false-alarm')];
    return {
      rule: key,
      version: rule.version,
      year,
      judged,
      green: judged - hits.length,
      hits: known.map(({ unit, period, level, value, average, previous, lastYear, rows, found: verdict }) => {
        return { unit, period, level, value, average, previous, lastYear, rows, found: verdict };
      }),
      learnt: { valid, falseAlarms, unchecked: count(null), precision: precisionOf(valid, falseAlarms) },
    };
  }

  /** Raises a doubt for every hit of a period, each once whatever is repeated. */
  async run(key: string, { period }: Run, caller: Caller): Promise<Ran> {
    const rule = await this.one(key, caller);
    if (rule.status !== 'on') throw new CaseError('WRONG_STATE', '规则没有启用');
    const { judged, hits } = await this.hitsOf(rule, Number(period.slice(0, 4)), period);
    const indicator = await this.indicators.one(rule.indicator);
    let raised = 0;
    for (const hit of hits) if (await this.doubts.raise(rule, indicator, hit, caller)) raised += 1;
    return { rule: key, period, judged, raised, known: hits.length - raised };
  }

  private async hitsOf(rule: Pick<Rule, 'indicator' | 'feel'>, year: number, period?: string) {
    const indicator = await this.indicators.one(rule.indicator);
    const values = (await this.figures.computed(indicator, year)).filter(
      (one) => period === undefined || one.period === period,
    );
    const hits = values.flatMap((value): Hit[] => {
      const level = levelOf(rule.feel, value);
      return level === 'green' ? [] : [{ ...value, level }];
    });
    return { judged: values.length, hits };
  }
}

/** Share of the hits that people checked and found true; null while nobody has checked any. */
const precisionOf = (valid: number, falseAlarms: number): number | null =>
  valid + falseAlarms === 0 ? null : Math.round((valid / (valid + falseAlarms)) * 1000) / 1000;
