import { Inject, Injectable } from '@nestjs/common';
import { addDays, civilDateOf, startOfDay } from '../../../domain/civil-date.ts';
import { isoOf } from '../../../domain/instant.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import { ages } from './figures.schema.ts';
import type { Progress } from './figures.schema.ts';
import { stepsOf, viewsOf } from './sight.ts';
import type { Sight, View } from './sight.ts';
import { stretchesOf, within } from './stretch.ts';

const bands = [...ages, null].map((to, index) => ({ from: index === 0 ? 0 : (ages[index - 1] ?? 0) + 1, to }));
const perBand = `array[${bands.map((_, band) => `coalesce(sum(count) filter (where band = ${band + 1}), 0)::int`).join(', ')}]`;

const stepsUnderWay = `t.status in ('open', 'suspended')`;
const casesUnderWay = `c.status in ('running', 'suspended', 'incident')`;

/** Every agency that has a step under way: found by leaps along the index, however many steps there are. */
const agencies = `with recursive holder as (
    (select agency from task_view where status in ('open', 'suspended') and not trial and agency is not null
     order by agency limit 1)
    union all
    select (select n.agency from task_view n where n.status in ('open', 'suspended') and not n.trial
              and n.agency > h.agency order by n.agency limit 1)
    from holder h where h.agency is not null)
  select agency from holder where agency is not null`;

/** 在办与账龄: what is under way now, and for how many days it has been. A count a band, so that each is a stretch of an index. */
@Injectable()
export class ProgressQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  async of(sight: Sight, at: Date): Promise<Omit<Progress, 'at'>> {
    const [steps, cases] = await Promise.all([this.steps(sight, at), this.cases(sight, at)]);
    return { bands, steps: [...steps], cases };
  }

  private steps(sight: Sight, at: Date) {
    const where = new Conditions();
    const stretches = stretchesOfAge(where, at);
    const counted = (view: View, of: string, agency: string): string =>
      `select ${of} as agency, stretch.place as band, n.count from ${agency} lateral (
         select count(*) as count from ${stepsOf(view)} where ${stepsUnderWay} and ${within('t.opened_at')} and ${view.steps(where)}
           and ${of === 'null' ? 't.agency is null' : `t.agency = ${of}`}) n`;
    const parts = viewsOf(sight).flatMap((view) => [
      counted(view, 'h.agency', `(${agencies}) h cross join ${stretches},`),
      counted(view, 'null', `${stretches},`),
    ]);
    return this.database.rows<Progress['steps'][number]>(
      `select agency, sum(count)::int as total, ${perBand} as counts from (${parts.join(' union all ')}) counted
       group by 1 having sum(count) > 0 order by 2 desc, 1`,
      where.values(),
    );
  }

  private async cases(sight: Sight, at: Date): Promise<Progress['cases']> {
    const where = new Conditions();
    const stretches = stretchesOfAge(where, at);
    const parts = viewsOf(sight).map(
      (view) => `select stretch.place as band, n.count from ${stretches}, lateral (
        select count(*) as count from case_view c where ${casesUnderWay} and ${within('c.opened_at')} and ${view.cases(where)}) n`,
    );
    const row = await this.database.row<Progress['cases']>(
      `select sum(count)::int as total, ${perBand} as counts from (${parts.join(' union all ')}) counted`,
      where.values(),
    );
    return row ?? { total: 0, counts: bands.map(() => 0) };
  }
}

/** What began on the same day in China is of the same age, as a list of them asks for it. */
function stretchesOfAge(where: Conditions, at: Date): string {
  const today = civilDateOf(at.getTime());
  const dayBefore = (days: number): string => isoOf(startOfDay(addDays(today, -days)));
  const stretches = bands.map(({ from, to }) => ({
    ...(to === null ? {} : { since: dayBefore(to) }),
    ...(from === 0 ? {} : { until: dayBefore(from - 1) }),
  }));
  return stretchesOf(stretches, where);
}
