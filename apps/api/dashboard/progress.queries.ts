import { Inject, Injectable } from '@nestjs/common';
import { civilDateOf } from '../../../domain/civil-date.ts';
import type { Caller } from '../access/caller.ts';
import { Database } from '../database.ts';
import { dayIn } from '../lists/days.ts';
import { casesWithin, stepsWithin } from './board.scope.ts';
import type { Scope } from './board.scope.ts';
import { ages } from './figures.schema.ts';
import type { Progress } from './figures.schema.ts';

const bands = [...ages, null].map((to, index) => ({ from: index === 0 ? 0 : (ages[index - 1] ?? 0) + 1, to }));

/** 在办与账龄: what is under way now, and for how many days it has been. */
@Injectable()
export class ProgressQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  async of(caller: Caller, scope: Scope, at: Date): Promise<Omit<Progress, 'at'>> {
    const [steps, cases] = await Promise.all([this.steps(caller, scope, at), this.cases(caller, scope, at)]);
    return { bands, steps: [...steps], cases };
  }

  private steps(caller: Caller, scope: Scope, at: Date) {
    const { from, where } = stepsWithin(caller, scope);
    const counts = countsBy('t.opened_at', `${where.bind(civilDateOf(at.getTime()))}::date`);
    return this.database.rows<Progress['steps'][number]>(
      `select t.agency, count(*) as total, ${counts} from ${from}
       where t.status in ('open', 'suspended') and ${where.text()} group by 1 order by 2 desc, 1`,
      where.values(),
    );
  }

  private async cases(caller: Caller, scope: Scope, at: Date): Promise<Progress['cases']> {
    const where = casesWithin(caller, scope);
    const counts = countsBy('c.opened_at', `${where.bind(civilDateOf(at.getTime()))}::date`);
    const row = await this.database.row<Progress['cases']>(
      `select count(*) as total, ${counts} from case_view c
       where c.status in ('running', 'suspended', 'incident') and ${where.text()}`,
      where.values(),
    );
    return row ?? { total: 0, counts: bands.map(() => 0) };
  }
}

/** How many of the rows began in each band, by their day in China as a list of them asks for it. */
function countsBy(began: string, today: string): string {
  const counts = bands.map(({ from, to }) => {
    const newest = from === 0 ? 'true' : `${dayIn(began)} <= ${today} - ${from}`;
    const oldest = to === null ? 'true' : `${dayIn(began)} >= ${today} - ${to}`;
    return `count(*) filter (where ${newest} and ${oldest})::int`;
  });
  return `array[${counts.join(', ')}] as counts`;
}
