import { Inject, Injectable } from '@nestjs/common';
import { mayReadCase } from '../../../domain/access.ts';
import { isoOf } from '../../../domain/instant.ts';
import { fromPool } from '../../../database/queryable.ts';
import { calendarsOf, loadRulebook } from '../../../database/rulebook.queries.ts';
import type { CalendarRow } from '../../../database/rulebook.queries.ts';
import { advance } from '../../../engine/advance.ts';
import type { Command, Rulebook } from '../../../engine/command.ts';
import { viewOf } from '../../../engine/view.ts';
import { casePositionQuery, caseWorkflowId } from '../../../workflows/case.messages.ts';
import type { Caller } from '../access/caller.ts';
import { ObjectQueries } from '../access/object.queries.ts';
import { Database } from '../database.ts';
import { Temporal } from '../temporal.ts';
import { CalendarQueries } from './calendar.queries.ts';
import type { CalendarList, Loaded, NoticeOfDays } from './calendar.schema.ts';
import { RollOut } from './roll-out.ts';

/** Calendars as data: a new notice is a new version, and reaches every open case. */
@Injectable()
export class CalendarService {
  constructor(
    @Inject(CalendarQueries) private readonly queries: CalendarQueries,
    @Inject(RollOut) private readonly rollOut: RollOut,
    @Inject(ObjectQueries) private readonly objects: ObjectQueries,
    @Inject(Database) private readonly database: Database,
    @Inject(Temporal) private readonly temporal: Temporal,
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

  async load({ agency, years }: NoticeOfDays, caller: Caller, dryRun: boolean): Promise<Loaded> {
    const rows = await this.queries.newest();
    const before = rows.find((row) => row.agency === agency);
    const next = { agency, version: (before?.version ?? 0) + 1, years: { ...before?.years, ...years } };
    const cases = await this.queries.openCases();
    const answer = { agency, version: next.version, dryRun, cases: cases.length };
    if (dryRun) return { ...answer, moved: await this.movedIn(cases, await this.rulebookWith(rows, next), caller) };
    await this.queries.insert(next, caller.user);
    this.rollOut.begin();
    return { ...answer, moved: [] };
  }

  private async rulebookWith(rows: readonly CalendarRow[], next: CalendarRow): Promise<Rulebook> {
    const rulebook: Rulebook = await loadRulebook(fromPool(this.database.pool));
    const calendars = calendarsOf([...rows.filter(({ agency }) => agency !== next.agency), next]);
    return { ...rulebook, version: rulebook.version + 1, calendars };
  }

  /** The same command on a copy of each case that the caller may see. */
  private async movedIn(cases: readonly string[], rulebook: Rulebook, caller: Caller): Promise<Loaded['moved']> {
    const moved: Loaded['moved'] = [];
    for (const id of cases) {
      const found = await this.objects.caseById(id, caller);
      if (found && mayReadCase(caller, found)) moved.push(...(await this.movedOf(id, rulebook)));
    }
    return moved;
  }

  private async movedOf(caseId: string, rulebook: Rulebook): Promise<Loaded['moved']> {
    const handle = this.temporal.client.workflow.getHandle(caseWorkflowId(caseId));
    const { environment, state } = await handle.query(casePositionQuery);
    const at = Date.now();
    const base = { id: 'dry-run', bodyHash: '', actor: null, receivedAt: at } as const;
    const command: Command = { ...base, kind: 'rulebookChanged', rulebook };
    const after = viewOf({ ...environment, rulebook }, advance(environment, state, command, at).state);
    const armed = viewOf(environment, state).alarms.filter(({ firedAt, cancelled }) => firedAt === null && !cancelled);
    const keyOf = ({ taskId, kind, level, id }: (typeof armed)[number]) => (taskId ? `${taskId} ${kind} ${level}` : id);
    const later = after.alarms.filter(({ firedAt, cancelled }) => firedAt === null && !cancelled);
    return changes(armed, later, keyOf).map(({ alarm: { id, taskId, kind, level }, from, to }) => ({
      caseId,
      alarmId: id,
      taskId,
      kind,
      level,
      from: from === null ? null : isoOf(from),
      to: to === null ? null : isoOf(to),
    }));
  }
}

type Armed = ReturnType<typeof viewOf>['alarms'][number];

/** Alarms that are armed for another moment, matched in order within the same step, kind and level. */
function changes(before: readonly Armed[], after: readonly Armed[], keyOf: (alarm: Armed) => string) {
  const groups = Map.groupBy(after, keyOf);
  const pairs = before.map((alarm) => ({ alarm, from: alarm.at, to: groups.get(keyOf(alarm))?.shift()?.at ?? null }));
  const added = [...groups.values()].flat().map((alarm) => ({ alarm, from: null, to: alarm.at }));
  return [...pairs, ...added].filter(({ from, to }) => from !== to);
}
