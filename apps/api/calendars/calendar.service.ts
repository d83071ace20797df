import { Inject, Injectable } from '@nestjs/common';
import { calendarsOf } from '../../../database/rulebook.queries.ts';
import type { CalendarRow } from '../../../database/rulebook.queries.ts';
import type { Rulebook } from '../../../engine/command.ts';
import type { Caller } from '../access/caller.ts';
import { WhatIfService } from '../what-if/what-if.service.ts';
import { CalendarQueries } from './calendar.queries.ts';
import type { CalendarList, Loaded, NoticeOfDays } from './calendar.schema.ts';
import { movedAlarms } from './moved-alarms.ts';
import { RollOut } from './roll-out.ts';

/** More alarms than these are counted, not listed. */
const listed = 2_000;

/** Calendars as data: a new notice is a new version, and reaches every open case. */
@Injectable()
export class CalendarService {
  constructor(
    @Inject(CalendarQueries) private readonly queries: CalendarQueries,
    @Inject(RollOut) private readonly rollOut: RollOut,
    @Inject(WhatIfService) private readonly whatIf: WhatIfService,
  ) {}

  async list(): Promise<CalendarList> {
    const rows = await this.queries.newest();
    return {
      items: rows.map(({ agency, version, years }) => ({
        agency,
        version,
        years: Object.fromEntries(
          Object.entries(years).map(([year, { off, work, source }]) => [
            year,
            { off: [...off], work: [...work], source },
          ]),
        ),
      })),
    };
  }

  async load({ agency, years, ...page }: NoticeOfDays, caller: Caller, dryRun: boolean): Promise<Loaded> {
    const rows = await this.queries.newest();
    const before = rows.find((row) => row.agency === agency);
    const next = { agency, version: (before?.version ?? 0) + 1, years: { ...before?.years, ...years } };
    const cases = await this.queries.openCases();
    const answer = { agency, version: next.version, dryRun, cases };
    if (dryRun) {
      const moved: Loaded['moved'] = [];
      const effect = await this.whatIf.effectOf(
        {
          rules: (inForce) => rulebookWith(inForce, rows, next),
          onCase: (caseId, was, would) => {
            if (moved.length < listed) moved.push(...movedAlarms(caseId, was, would));
          },
        },
        page,
        caller,
      );
      return { ...answer, moved, effect };
    }
    await this.queries.insert(next, caller.user);
    this.rollOut.begin();
    return { ...answer, moved: [], effect: null };
  }
}

function rulebookWith(inForce: Rulebook, rows: readonly CalendarRow[], next: CalendarRow): Rulebook {
  const calendars = calendarsOf([...rows.filter(({ agency }) => agency !== next.agency), next]);
  return { ...inForce, version: inForce.version + 1, calendars };
}
