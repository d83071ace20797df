import { Inject, Injectable } from '@nestjs/common';
import { isGuest, mayReadCase, overseesAll } from '../../../domain/access.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { fromPool } from '../../../database/queryable.ts';
import { loadRulebook } from '../../../database/rulebook.queries.ts';
import type { CaseEnvironment } from '../../../engine/advance.types.ts';
import type { ModelRef, Rulebook } from '../../../engine/command.ts';
import type { ProcessModel } from '../../../engine/model.ts';
import type { CaseState } from '../../../engine/state.ts';
import { imagine } from '../../../engine/what-if/imagine.ts';
import type { Hypothesis } from '../../../engine/what-if/imagine.ts';
import { stateOf } from '../../../engine/what-if/seen.ts';
import type { Caller } from '../access/caller.ts';
import { Database } from '../database.ts';
import { affectedIn } from './affected.ts';
import { CasesAsked } from './cases-asked.ts';
import { SeenQueries } from './seen.queries.ts';
import type { FoundCase } from './seen.queries.ts';
import { Tally } from './tally.ts';
import type { WhatIf, WhatIfPage } from './what-if.schema.ts';

export interface Supposed {
  /** Rules in force with something changed in them. */
  readonly rules?: (inForce: Rulebook) => Rulebook;
  readonly version?: Hypothesis['version'];
  /** Cases of this procedure alone. */
  readonly definitionKey?: string;
  /** Tasks of one person go to another. */
  readonly people?: Readonly<Record<string, string>>;
  /** Hears of each case that the caller may see. */
  readonly onCase?: (caseId: string, before: CaseState, after: CaseState) => void;
}

/**
 * What would become of the open cases. Everything is computed from the read model, a hundred cases at a time: a row of
 * an open task tells the clock as the case's state has it, and the engine's own rules move it. Cases whose rows do not
 * know that yet are asked themselves.
 */
@Injectable()
export class WhatIfService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SeenQueries) private readonly seen: SeenQueries,
    @Inject(CasesAsked) private readonly cases: CasesAsked,
  ) {}

  async effectOf(supposed: Supposed, page: WhatIfPage, caller: Caller): Promise<WhatIf> {
    const now = Date.now();
    const tally = new Tally({
      today: civilDateOf(now),
      page,
      people: overseesAll(caller),
      moves: supposed.people ?? {},
    });
    const inForce: Rulebook = await loadRulebook(fromPool(this.database.pool));
    const { rules, version } = supposed;
    const hypothesis: Hypothesis = { ...(rules ? { rulebook: rules(inForce) } : {}), ...(version ? { version } : {}) };
    const about = { hypothesis, now, onCase: supposed.onCase };
    const models = new Map<ModelRef, ProcessModel>();
    const budget = this.cases.budget();
    for await (const found of this.seen.found(supposed.definitionKey ?? null)) {
      await this.seen.addModels(models, refsIn(found));
      const environment = { models: Object.fromEntries(models), rulebook: inForce };
      for (const one of found) {
        const known = isKnown(one, models);
        const position = known ? { environment, state: stateOf(seenOf(one)) } : await budget.position(one.id);
        if (position) judge(tally, one, { ...position, ...about, visible: maySee(caller, one) });
        else tally.unknown += 1;
      }
    }
    tally.asked = budget.asked();
    return tally.result();
  }
}

interface Judged {
  readonly environment: CaseEnvironment;
  readonly state: CaseState;
  readonly hypothesis: Hypothesis;
  readonly now: number;
  readonly visible: boolean;
  readonly onCase: Supposed['onCase'];
}

function judge(tally: Tally, found: FoundCase, { environment, state, hypothesis, now, visible, onCase }: Judged): void {
  const imagined = imagine(environment, state, hypothesis, now);
  if (!imagined) {
    tally.failed += 1;
    return;
  }
  const { id: caseId, number, title, definitionKey } = found;
  const tasks = affectedIn(state, imagined, now).map((task) => ({ caseId, number, title, definitionKey, ...task }));
  tally.add(tasks, imagined.unmapped, visible);
  if (visible) onCase?.(caseId, state, imagined.after);
}

/** Whoever sees of the case more than steps of his own. */
const maySee = (caller: Caller, found: FoundCase): boolean => mayReadCase(caller, found) && !isGuest(caller, found);

const isKnown = (found: FoundCase, models: ReadonlyMap<ModelRef, ProcessModel>): boolean =>
  found.tasks.every(({ position }) => position !== null) && refsIn([found]).every((ref) => models.has(ref));

const refsIn = (found: readonly FoundCase[]): ModelRef[] =>
  found.flatMap(({ definitionKey, version, tasks }) => [
    `${definitionKey}@${version}`,
    ...tasks.flatMap(({ position }) => (position ? [position.ref] : [])),
  ]);

function seenOf({ definitionKey, version, tasks, ...seen }: FoundCase) {
  const known = tasks.flatMap(({ position, ...task }) => {
    if (!position) return [];
    return [
      { ...task, ...position, status: position.suspendedAt === null ? ('open' as const) : ('suspended' as const) },
    ];
  });
  return { ...seen, model: `${definitionKey}@${version}`, tasks: known };
}
