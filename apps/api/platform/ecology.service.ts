import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ecologyOf } from '../../../domain/ecology.ts';
import type { EcologyScore } from '../../../domain/ecology.ts';
import { CaseError } from '../../../domain/errors.ts';
import type { Defect } from '../../../domain/errors.ts';
import { isoOf } from '../../../domain/instant.ts';
import type { Caller } from '../access/caller.ts';
import { CaseOpening, caseIdOf } from '../cases/case.opening.ts';
import { Database } from '../database.ts';
import type { Model, NewModel, Scored, ScoreOrder, Scores, ScoresQuery } from './ecology.schema.ts';
import { IndicatorFigures } from './indicator.figures.ts';
import { IndicatorStore } from './indicator.store.ts';
import { periodBefore } from './indicator.values.ts';

const procedure = 'ZhengZhiShengTai';
const colours = { green: '绿', yellow: '黄', red: '红' } as const;

/** 政治生态: each unit and quarter is scored once, every point explained, and goes through its procedure; people judge the colour. */
@Injectable()
export class EcologyService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(IndicatorStore) private readonly indicators: IndicatorStore,
    @Inject(IndicatorFigures) private readonly figures: IndicatorFigures,
    @Inject(CaseOpening) private readonly opening: CaseOpening,
  ) {}

  async model(): Promise<Model> {
    const [newest] = await this.models();
    if (!newest) throw new CaseError('NOT_FOUND', '还没有评分办法');
    return newest;
  }

  /** All versions of the weights, the newest first. */
  async models(): Promise<readonly Model[]> {
    const rows = await this.database.rows<{
      version: number;
      model: Omit<Model, 'version' | 'madeBy' | 'madeAt' | 'reason'>;
      by: string;
      at: number;
      reason: string;
    }>('select version, model, made_by as by, made_at as at, reason from ecology_model order by version desc');
    return rows.map(({ version, model, by, at, reason }) => ({
      version,
      ...model,
      reason,
      madeBy: by,
      madeAt: isoOf(at),
    }));
  }

  async put({ reason = '', ...model }: NewModel, caller: Caller): Promise<Model> {
    const defects = await this.defectsOf(model);
    const [first] = defects;
    if (first) throw new CaseError(first.code, first.message, { defects });
    await this.database.rows(
      `insert into ecology_model (version, model, made_by, made_at, reason)
       select coalesce(max(version), 0) + 1, $1, $2, $3, $4 from ecology_model`,
      [JSON.stringify(model), caller.user, new Date(), reason],
    );
    return this.model();
  }

  private async defectsOf({ parts }: Pick<Model, 'parts'>): Promise<readonly Defect[]> {
    const known = new Map((await this.indicators.newest()).map((one) => [one.key, one.definition.period]));
    const seen = new Set<string>();
    return parts.flatMap(({ indicator }, index): Defect[] => {
      const path = `parts.${index}.indicator`;
      const again = seen.has(indicator);
      seen.add(indicator);
      if (again) return [{ code: 'TWICE', message: `指标“${indicator}”写了两次`, path }];
      const period = known.get(indicator);
      if (period === undefined) return [{ code: 'UNKNOWN_INDICATOR', message: `没有指标“${indicator}”`, path }];
      return period === 'quarter' ? [] : [{ code: 'NOT_QUARTERLY', message: `指标“${indicator}”不是按季度的`, path }];
    });
  }

  /** Scores every unit that has a value in the quarter; one that is scored already stays as it is. */
  async score({ period }: ScoreOrder, caller: Caller): Promise<Scored> {
    const model = await this.model();
    const values = await this.valuesOf(model, period);
    let scored = 0;
    let withoutData = 0;
    for (const [unit, own] of values) {
      const result = ecologyOf(model, own);
      if (!result) withoutData += 1;
      else if (await this.take({ unit, period, version: model.version, result }, caller)) scored += 1;
    }
    return { period, scored, known: values.size - scored - withoutData, withoutData };
  }

  async scores({ period, unit }: ScoresQuery): Promise<Scores> {
    const rows = await this.database.rows<Scores['items'][number]>(
      `select e.unit_id as unit, e.period, e.version, e.score::float8 as score, e.level, e.parts, e.missing,
         (select p.score::float8 from ecology_score p where p.unit_id = e.unit_id and p.period < e.period order by p.period desc limit 1) as previous,
         e.case_id as "caseId"
       from ecology_score e where ($1::text is null or e.period = $1) and ($2::text is null or e.unit_id = $2)
       order by e.period desc, e.score, e.unit_id limit 5000`,
      [period ?? null, unit ?? null],
    );
    return { items: [...rows], nextCursor: null, total: rows.length };
  }

  private async valuesOf({ parts }: Model, period: string): Promise<ReadonlyMap<string, Map<string, number>>> {
    const units = new Map<string, Map<string, number>>();
    for (const { indicator } of parts) {
      const computed = await this.figures.computed(await this.indicators.one(indicator), Number(period.slice(0, 4)));
      for (const one of computed.filter((value) => value.period === period)) {
        const own = units.get(one.unit) ?? new Map<string, number>();
        units.set(one.unit, own.set(indicator, one.value));
      }
    }
    return units;
  }

  private async take(
    { unit, period, version, result }: { unit: string; period: string; version: number; result: EcologyScore },
    caller: Caller,
  ): Promise<boolean> {
    const known = await this.database.row('select 1 from ecology_score where unit_id = $1 and period = $2', [
      unit,
      period,
    ]);
    if (known) return false;
    const before = await this.database.row<{ score: number; level: keyof typeof colours }>(
      'select score::float8 as score, level from ecology_score where unit_id = $1 and period = $2',
      [unit, periodBefore(period)],
    );
    const hash = createHash('sha256').update(`ecology\n${unit}\n${period}`).digest('hex');
    const envelope = { id: hash, bodyHash: '', receivedAt: Date.now(), keyed: false, preview: false };
    const variables = {
      unit,
      period,
      score: result.score,
      level: colours[result.level],
      parts: explained(result),
      ...(before ? { previous: `${before.score} 分，${colours[before.level]}` } : {}),
    };
    const title = `政治生态监测 ${period}`;
    await this.opening.open({ definitionKey: procedure, title, variables, trial: false }, caller, envelope);
    const written = await this.database.rows(
      `insert into ecology_score (unit_id, period, version, score, level, parts, missing, case_id, scored_at, scored_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning unit_id`,
      [
        unit,
        period,
        version,
        result.score,
        result.level,
        JSON.stringify(result.parts),
        result.missing,
        caseIdOf(envelope),
        new Date(),
        caller.user,
      ],
    );
    return written.length > 0;
  }
}

/** Every point in words: what was measured, what it earned, how much it counts. */
function explained({ parts, missing }: EcologyScore): string {
  const lines = parts.map(
    ({ indicator, value, full, zero, points, weight }) =>
      `${indicator}：${value}（${full} 得满分，${zero} 得零分），得 ${points} 分，权重 ${weight}`,
  );
  const absent = missing.length === 0 ? [] : [`没有数据、权重由其他指标分担：${missing.join('、')}`];
  return [...lines, ...absent].join('\n').slice(0, 4000);
}
