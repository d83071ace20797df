import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { isoOf } from '../../../domain/instant.ts';
import type { Caller } from '../access/caller.ts';
import { CaseOpening, caseIdOf } from '../cases/case.opening.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import { readCursor } from '../lists/cursor.ts';
import { Pages } from '../lists/page.ts';
import type { Indicator, IndicatorValue } from './indicator.schema.ts';
import { IndicatorFigures } from './indicator.figures.ts';
import type { Doubt, DoubtQuery, Doubts, Rule } from './rule.schema.ts';

export type Hit = IndicatorValue & {
  readonly level: 'yellow' | 'red';
  /** What the rule itself says, and by which rows of its table. */
  readonly reason: string | null;
  readonly matched: readonly number[];
  readonly inputs: Readonly<Record<string, number | null>>;
};

/** The procedure in which two people check a doubt. */
const procedure = 'YiDianHeShi';
/** Rows that a doubt names; more are found behind the indicator. */
const mostRows = 200;
const colours = { yellow: '黄色', red: '红色' } as const;

/** 疑点: what a rule has hit is a doubt and never a clue; whether there is something to it people find out in its case. */
@Injectable()
export class DoubtService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CaseOpening) private readonly opening: CaseOpening,
    @Inject(IndicatorFigures) private readonly figures: IndicatorFigures,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  /** False where the unit's period is a doubt already, of whatever version of the rule. Repeated it opens the same case. */
  async raise(
    rule: Rule,
    indicator: Pick<Indicator, 'key' | 'name' | 'version'>,
    hit: Hit,
    caller: Caller,
  ): Promise<boolean> {
    const id = `${rule.key}/${hit.unit}/${hit.period}`;
    if (await this.database.row('select 1 from doubt where id = $1', [id])) return false;
    const behind = await this.figures.behind(rule.indicator, {
      unit: hit.unit,
      period: hit.period,
      limit: mostRows,
    });
    const hash = createHash('sha256').update(`doubt\n${id}`).digest('hex');
    const envelope = { id: hash, bodyHash: '', receivedAt: Date.now(), keyed: false, preview: false };
    const facts = {
      value: hit.value,
      previous: hit.previous,
      lastYear: hit.lastYear,
      average: hit.average,
      rank: hit.rank,
      matched: hit.matched,
      reason: hit.reason,
      inputs: hit.inputs,
    };
    const seen = `${indicator.name} ${hit.value}，全部单位平均 ${hit.average}，上期 ${hit.previous ?? '无'}，上年同期 ${hit.lastYear ?? '无'}`;
    const others = Object.entries(hit.inputs).map(([name, value]) => `${name} ${value ?? '无'}`);
    const row = hit.matched.length > 0 ? `（决策表第 ${hit.matched.join('、')} 行）` : '';
    const reason = [...(hit.reason === null ? [] : [`${hit.reason}${row}`]), seen, ...others].join('；');
    const variables = {
      title: `${rule.name}（${hit.period}）`,
      unit: hit.unit,
      level: colours[hit.level],
      rule: `${rule.name} 第 ${rule.version} 版`,
      period: hit.period,
      reason,
      facts:
        behind.items
          .map(({ batch, row, day }) => `${batch} 第 ${row} 行（${day ?? ''}）`)
          .join('；')
          .slice(0, 4000) || '无',
    };
    await this.opening.open(
      { definitionKey: procedure, title: variables.title, variables, trial: false },
      caller,
      envelope,
    );
    const written = await this.database.rows(
      `insert into doubt (id, rule_key, rule_version, indicator_version, unit_id, period, level, facts, rows, case_id, raised_at, raised_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing returning id`,
      [
        id,
        rule.key,
        rule.version,
        indicator.version,
        hit.unit,
        hit.period,
        hit.level,
        JSON.stringify(facts),
        JSON.stringify(behind.items.map(({ batch, row }) => [batch, row])),
        caseIdOf(envelope),
        new Date(),
        caller.user,
      ],
    );
    return written.length > 0;
  }

  /** What people found of a rule's doubts, by unit and period. */
  async foundBy(rule: string): Promise<ReadonlyMap<string, 'valid' | 'false-alarm'>> {
    const rows = await this.database.rows<{ unit: string; period: string; status: string }>(
      `select d.unit_id as unit, d.period, r.status from doubt d join record_view r on r.case_id = d.case_id and r.ledger = 'doubt'
       where d.rule_key = $1 and r.status in ('valid', 'triaged', 'false-alarm')`,
      [rule],
    );
    return new Map(
      rows.map(
        ({ unit, period, status }) => [`${unit}\n${period}`, status === 'false-alarm' ? status : 'valid'] as const,
      ),
    );
  }

  async list({ rule, unit, limit, cursor }: DoubtQuery): Promise<Doubts> {
    const where = new Conditions();
    if (rule !== undefined) where.add(`d.rule_key = ${where.bind(rule)}`);
    if (unit !== undefined) where.add(`d.unit_id = ${where.bind(unit)}`);
    const { rows, ...page } = await this.pages.page<Omit<Doubt, 'raisedAt'> & { readonly raisedAt: number }>({
      columns: `d.id, d.rule_key as rule, d.rule_version as "ruleVersion", w.indicator, d.unit_id as unit, d.period, d.level, d.facts, d.rows,
        d.case_id as "caseId", coalesce(r.status, 'open') as status, d.raised_at as "raisedAt"`,
      from: `doubt d join warning_rule w on w.key = d.rule_key and w.version = d.rule_version
        left join record_view r on r.case_id = d.case_id and r.ledger = 'doubt'`,
      where,
      sort: 'd.raised_at',
      type: 'timestamptz',
      id: 'd.id',
      descending: true,
      limit,
      cursor: readCursor(cursor),
    });
    return { ...page, items: rows.map((row) => ({ ...row, raisedAt: isoOf(row.raisedAt) })) };
  }
}
