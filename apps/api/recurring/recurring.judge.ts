import { Inject, Injectable } from '@nestjs/common';
import { modelForNewCase } from '../../../database/definition.queries.ts';
import { loadRulebook } from '../../../database/rulebook.queries.ts';
import { receiversOf, toldOf } from '../../../database/receiving.queries.ts';
import type { Audience } from '../../../database/recurring.queries.ts';
import { registryWords } from '../../../definitions/registry.ts';
import { addDays, civilDate, civilDateOf } from '../../../domain/civil-date.ts';
import { CaseError } from '../../../domain/errors.ts';
import { readOpening } from '../../../domain/opening-day.ts';
import { openingsOf } from '../../../domain/recurring-plan.ts';
import { openingNamed, openingTitle } from '../../../domain/recurring-title.ts';
import type { CivilDate } from '../../../domain/time.ts';
import type { Variables } from '../../../engine/command.ts';
import { startVariablesOf } from '../../../engine/recurring/start-variables.ts';
import { CaseOpening } from '../cases/case.opening.ts';
import type { Hand } from '../duties/duty.lists.ts';
import { Database } from '../database.ts';
import { RoleStore } from '../roles/role.store.ts';
import type { Settings } from './recurring.store.ts';

/** One opening as its case would begin. */
interface Beginning {
  readonly receiver: string;
  readonly agency: string;
  readonly period: string;
  readonly opensOn: CivilDate;
}

/** Judges what is set, so that the day finds nothing wrong: words, names, the procedure, its form. */
@Injectable()
export class RecurringJudge {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RoleStore) private readonly roles: RoleStore,
    @Inject(CaseOpening) private readonly opening: CaseOpening,
  ) {}

  /** Throws what stands against it; the next opening is tried as it would be. */
  async check(id: string, settings: Settings, hand: Hand): Promise<void> {
    civilDate(settings.startsOn);
    if (settings.endsOn !== null && civilDate(settings.endsOn) < settings.startsOn)
      throw new CaseError('INVALID_INPUT', '结束日期早于起始日期', { path: 'endsOn' });
    if (!readOpening(settings.opens, settings.cycle) || readOpening(settings.opens, settings.cycle)?.kind === 'date')
      throw new CaseError('INVALID_INPUT', openingHint, { path: 'opens' });
    await this.checkNames(settings);
    if (settings.work !== 'case') return this.checkWork(settings);
    const next = await this.next(id, settings);
    if (next) return this.rehearse(settings, await this.beginning(settings, next), hand);
    const wanted = { key: settings.definitionKey, version: null, on: civilDateOf(Date.now()), trial: false };
    await modelForNewCase(this.database.statements, wanted);
  }

  /** Scores are of quarters; a rule's period is its indicator's. What is no case has nobody whom it is opened for. */
  private async checkWork({ work, subject, cycle, audience, afterBatch }: Settings): Promise<void> {
    if (audience.kind !== 'once')
      throw new CaseError('INVALID_INPUT', '评分和预警规则每期运行一次，不分对象', { path: 'audience.kind' });
    if (work === 'ecology' && cycle !== 'quarter')
      throw new CaseError('INVALID_INPUT', '政治生态按季度评分', { path: 'cycle' });
    if (work === 'ecology' && (subject !== null || afterBatch))
      throw new CaseError('INVALID_INPUT', '评分不分规则，也不随批次运行', { path: 'subject' });
    if (subject === null) return;
    const rule = await this.database.row<{ period: string }>(
      `select i.definition->>'period' as period from warning_rule w join indicator i on i.key = w.indicator
       where w.key = $1 order by w.version desc, i.version desc limit 1`,
      [subject],
    );
    if (!rule) throw new CaseError('UNKNOWN_RULE', `没有预警规则“${subject}”`, { path: 'subject' });
    if (rule.period !== cycle) throw new CaseError('INVALID_INPUT', '周期与该规则的指标不同', { path: 'cycle' });
  }

  /** How the case of an opening would begin; throws what its expressions or its form have against it. */
  async beginning(
    { name, cycle, audience, variables }: Pick<Settings, 'name' | 'cycle' | 'audience' | 'variables'>,
    { receiver, agency, period, opensOn }: Beginning,
  ): Promise<{ readonly title: string; readonly variables: Variables }> {
    const told = await toldOf(this.database.statements, { audience, receiver, agency, on: opensOn });
    return {
      title: openingTitle({ name, cycle }, period, audience.kind === 'once' ? null : told.receiver.name),
      variables: startVariablesOf(variables, { ...openingNamed(cycle, period, opensOn), ...told }, Date.now()),
    };
  }

  /** Refused as the opening would be. */
  async rehearse(
    { definitionKey }: Pick<Settings, 'definitionKey'>,
    beginning: { readonly title: string; readonly variables: Variables },
    { caller, envelope }: Hand,
  ): Promise<void> {
    await this.opening.rehearse({ definitionKey, ...beginning, trial: false }, caller, envelope);
  }

  private async next(id: string, settings: Settings): Promise<Beginning | undefined> {
    const db = this.database.statements;
    const { calendars } = await loadRulebook(db);
    const receivers = await receiversOf(db, settings);
    const today = civilDateOf(Date.now());
    const all = openingsOf({ id, ...settings }, { receivers, calendars, upTo: Number(today.slice(0, 4)) + 1 });
    return all.filter(({ opensOn }) => opensOn >= today).toSorted(byDay)[0] ?? all.toSorted(byDay).at(-1);
  }

  private async checkNames({ audience, agency, owner }: Settings): Promise<void> {
    checkAudience(audience);
    const roles = await this.roles.all();
    if (audience.role !== null && !Object.hasOwn(roles, audience.role))
      throw new CaseError('UNKNOWN_ROLE', `没有“${audience.role}”这个岗位`, { path: 'audience.role' });
    const asked = [agency, ...audience.agencies];
    const known = await this.database.rows<{ id: string }>('select id from agency where id = any($1) and active', [
      asked,
    ]);
    const absent = asked.find((one) => !known.some(({ id }) => id === one));
    if (absent !== undefined)
      throw new CaseError('UNKNOWN_AGENCY', `没有“${absent}”这个单位`, {
        path: absent === agency ? 'agency' : 'audience.agencies',
      });
    const person = await this.database.row('select 1 from person where id = $1 and active', [owner]);
    if (!person) throw new CaseError('UNKNOWN_USER', `没有“${owner}”这个账号`, { path: 'owner' });
  }
}

const byDay = (one: Beginning, other: Beginning): number =>
  one.opensOn.localeCompare(other.opensOn) || one.receiver.localeCompare(other.receiver);

/** A plan that reaches back further is a slip of the pen. */
export function checkBeginning(startsOn: CivilDate): void {
  const earliest = addDays(civilDateOf(Date.now()), -3 * 366);
  if (civilDate(startsOn) < earliest)
    throw new CaseError('INVALID_INPUT', `起始日期最早为 ${earliest}`, { path: 'startsOn' });
}

function checkAudience({ kind, agencies, categories, role }: Audience): void {
  if ((kind === 'agencies') !== agencies.length > 0)
    throw new CaseError('INVALID_INPUT', '按单位开启的要列出单位，其他的不列', { path: 'audience.agencies' });
  if (new Set(agencies).size < agencies.length)
    throw new CaseError('INVALID_INPUT', '有单位列了两次', { path: 'audience.agencies' });
  if (kind === 'holders' && role === null)
    throw new CaseError('INVALID_INPUT', '按岗位开启的要写明岗位', { path: 'audience.role' });
  const unknown = categories.find((one) => !Object.hasOwn(registryWords.categories, one));
  if (unknown !== undefined)
    throw new CaseError('UNKNOWN_CATEGORY', `没有“${unknown}”这个单位类别`, { path: 'audience.categories' });
}

const openingHint = '开启日可写作“第1个工作日”“最后1个工作日”“倒数第5个工作日”“10日”“期后第1个工作日”，前面可加“第2月”';
