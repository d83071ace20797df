import { Inject, Injectable } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import { isoOf } from '../../../domain/instant.ts';
import type { DecisionModel } from '../../../engine/decisions/decision.ts';
import type { Caller } from '../access/caller.ts';
import { Database } from '../database.ts';
import { IndicatorStore } from './indicator.store.ts';
import { mayKeepPlatform } from './platform.access.ts';
import { RuleCompiler } from './rule.compile.ts';
import type { RuleLogic } from './rule.judging.ts';
import { precisionOf } from './rule.precision.ts';
import type { NewRule, Rule, Switch } from './rule.schema.ts';

type Stored = Omit<Rule, 'madeAt' | 'mayKeep' | 'learnt'> & {
  readonly madeAt: number;
  readonly valid: number;
  readonly falseAlarms: number;
  readonly unchecked: number;
};

/** Warning rules as versioned data. */
@Injectable()
export class RuleStore {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(IndicatorStore) private readonly indicators: IndicatorStore,
    @Inject(RuleCompiler) private readonly compiler: RuleCompiler,
  ) {}

  /** The newest version of each. */
  async all(caller: Caller, key: string | null = null): Promise<readonly Rule[]> {
    const rows = await this.read('distinct on (w.key)', key);
    return rows.map((row) => shown(row, caller));
  }

  async versions(key: string, caller: Caller): Promise<readonly Rule[]> {
    const rows = await this.read('', key);
    if (rows.length === 0) throw unknown(key);
    return rows.map((row) => shown(row, caller));
  }

  async one(key: string, caller: Caller): Promise<Rule> {
    const [found] = await this.all(caller, key);
    if (!found) throw unknown(key);
    return found;
  }

  async logicOf({ key, version }: Pick<Rule, 'key' | 'version'>): Promise<RuleLogic> {
    const found = await this.database.row<{ feel: string | null; model: DecisionModel | null }>(
      'select feel, model from warning_rule where key = $1 and version = $2',
      [key, version],
    );
    if (found?.model) return { feel: null, model: found.model };
    if (typeof found?.feel === 'string') return { feel: found.feel, model: null };
    throw unknown(key);
  }

  /** A new version begins as a trial: it raises nothing before somebody switches it on. */
  async put(rule: NewRule, caller: Caller): Promise<Rule> {
    const { key, name, indicator, inputs, feel = null, dmn = null, reason = '' } = rule;
    const { definition } = await this.indicators.one(indicator);
    await this.checkInputs(inputs, definition.period);
    const { model } = await this.compiler.compiled(rule);
    await this.database.rows(
      `insert into warning_rule (key, version, name, indicator, inputs, feel, dmn, model, status, made_by, made_at, reason)
       select $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, $6, $7, 'trial', $8, $9, $10 from warning_rule where key = $1`,
      [
        key,
        name,
        indicator,
        JSON.stringify(inputs),
        feel,
        dmn,
        model && JSON.stringify(model),
        caller.user,
        new Date(),
        reason,
      ],
    );
    return this.one(key, caller);
  }

  /** The version that raises doubts: the one before goes on while a new one is on trial. */
  async inForce(key: string, caller: Caller): Promise<Rule> {
    const found = (await this.versions(key, caller)).find(({ status }) => status === 'on');
    if (!found) throw new CaseError('WRONG_STATE', '规则没有启用');
    return found;
  }

  /** On is the newest version, and no other any more; off is none. */
  async switchTo(key: string, { status }: Switch, caller: Caller): Promise<Rule> {
    const { version } = await this.one(key, caller);
    await this.database.rows(
      `update warning_rule set status = case when version = $2 then $3 else 'off' end
       where key = $1 and (version = $2 or status = 'on')`,
      [key, version, status],
    );
    return this.one(key, caller);
  }

  /** Other indicators are read for the same unit and period, so that they must have the same kind of period. */
  private async checkInputs(inputs: NewRule['inputs'], period: string): Promise<void> {
    for (const [index, { indicator }] of inputs.entries()) {
      const { definition } = await this.indicators.one(indicator);
      if (definition.period === period) continue;
      const message = `指标“${indicator}”的期间与被判断的指标不同`;
      throw new CaseError('PERIODS_DIFFER', message, {
        defects: [{ code: 'PERIODS_DIFFER', message, path: `inputs.${index}.indicator` }],
      });
    }
  }

  private read(distinct: '' | 'distinct on (w.key)', key: string | null): Promise<readonly Stored[]> {
    return this.database.rows<Stored>(
      `select ${distinct} w.key, w.version, w.name, w.indicator, w.inputs, w.feel, w.dmn, w.status, w.reason,
         w.made_by as "madeBy", w.made_at as "madeAt", f.valid, f."falseAlarms", f.unchecked
       from warning_rule w cross join lateral (
         select count(*) filter (where r.status in ('valid', 'triaged'))::int as valid,
           count(*) filter (where r.status = 'false-alarm')::int as "falseAlarms",
           count(*) filter (where r.status is null or r.status = 'open')::int as unchecked
         from doubt d left join record_view r on r.case_id = d.case_id and r.ledger = 'doubt'
         where d.rule_key = w.key and d.rule_version = w.version) f
       where $1::text is null or w.key = $1 order by w.key, w.version desc`,
      [key],
    );
  }
}

const unknown = (key: string): CaseError => new CaseError('NOT_FOUND', `没有预警规则“${key}”`);

const shown = ({ madeAt, valid, falseAlarms, unchecked, ...row }: Stored, caller: Caller): Rule => ({
  ...row,
  madeAt: isoOf(madeAt),
  learnt: { valid, falseAlarms, unchecked, precision: precisionOf(valid, falseAlarms) },
  mayKeep: mayKeepPlatform(caller),
});
