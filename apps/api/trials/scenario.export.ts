import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import { isoOf } from '../../../domain/instant.ts';
import { relative } from '../../../scenarios/relative.ts';
import type { Fields, Scenario, Step } from '../../../scenarios/scenario.ts';
import { PlayerQueries } from '../access/player.queries.ts';
import type { FullCaseColumns } from '../cases/case.row.ts';
import { CaseQueries } from '../cases/case.queries.ts';
import { CaseError } from '../../../domain/errors.ts';
import { ServiceAnswers } from './service-answers.ts';
import { TrailQueries } from './trail.queries.ts';
import type { ActRow } from './trail.queries.ts';
import { TrialQueries } from './trial.queries.ts';

type Exported = Omit<Scenario, 'answers' | 'source'>;

/** A trial as a scenario: how it was opened, every act, and what was open after it. */
@Injectable()
export class ScenarioExport {
  constructor(
    @Inject(TrailQueries) private readonly trail: TrailQueries,
    @Inject(TrialQueries) private readonly trials: TrialQueries,
    @Inject(CaseQueries) private readonly cases: CaseQueries,
    @Inject(PlayerQueries) private readonly players: PlayerQueries,
    @Inject(ServiceAnswers) private readonly services: ServiceAnswers,
  ) {}

  async of(family: string): Promise<Exported> {
    const row = await this.cases.one(family);
    if (!row) throw new CaseError('NOT_FOUND', '没有这个试运行');
    const [opening, acts, services] = await Promise.all([
      this.trials.openingOf(family),
      this.trail.acts(family),
      this.services.of(family),
    ]);
    const { startsOn, startEvent, variables = {} } = opening?.opening ?? {};
    const people = await this.peopleIn(acts);
    return {
      title: row.title,
      definition: row.definitionKey,
      ...(startsOn === undefined ? {} : { startsOn }),
      ...(startEvent === undefined ? {} : { startEvent }),
      now: isoOf(row.openedAt),
      variables: relative(variables, row.openedAt) as Fields,
      ...(Object.keys(services).length === 0 ? {} : { services }),
      ...(Object.keys(people).length === 0 ? {} : { people }),
      steps: stepsOf(acts, row),
    };
  }

  /** Those who were played by name, for the engine alone. */
  private async peopleIn(acts: readonly ActRow[]): Promise<NonNullable<Scenario['people']>> {
    const played = acts.flatMap(({ step }) => ('as' in step && step.as !== undefined ? [step.as] : []));
    const names = [...new Set(played)].filter((as) => !as.startsWith('role:'));
    const found = await Promise.all(names.map(async (name) => [name, await this.players.person(name)] as const));
    return Object.fromEntries(
      found.map(([id, player]) => {
        const roles = [...new Set(player?.posts.map(({ role }) => role))];
        return [
          id,
          { ...(player ? { name: player.name } : {}), ...(player?.agency ? { agency: player.agency } : {}), roles },
        ];
      }),
    );
  }
}

/** Each act, and what was open afterwards where it is not what was open before. */
function stepsOf(acts: readonly ActRow[], row: FullCaseColumns): readonly Step[] {
  let before: readonly string[] | null = null;
  const steps: Step[] = [];
  for (const { step, open, clock } of acts) {
    // The day that the clock goes to is read from the day on which the story began.
    steps.push(relative(step, 'until' in step ? row.openedAt : clock) as Step);
    if (!isDeepStrictEqual(before, open)) steps.push({ open });
    before = open;
  }
  if (row.status === 'completed') return [...steps, { ended: lasting(row.variables) }];
  return [...steps, { expect: { status: row.status } }];
}

/** Numbers, truth values and short texts without times: what is the same when the scenario is played on another day. */
const lasting = (variables: Fields): Fields =>
  Object.fromEntries(Object.entries(variables).filter(([, value]) => isLasting(value)));

const isLasting = (value: unknown): boolean =>
  typeof value === 'boolean' ||
  typeof value === 'number' ||
  (typeof value === 'string' && value.length <= 100 && !/^\d{4}-\d{2}-\d{2}/.test(value) && !value.startsWith('@'));
