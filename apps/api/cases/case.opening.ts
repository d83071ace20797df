import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { isSupervised } from '../../../domain/access.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { CaseError } from '../../../domain/errors.ts';
import { modelForNewCase } from '../../../database/definition.queries.ts';
import { nextCaseNumber } from '../../../database/numbers.queries.ts';
import { fromPool } from '../../../database/queryable.ts';
import { loadRulebook } from '../../../database/rulebook.queries.ts';
import { caseTitleOf } from '../../../engine/case-title.ts';
import { newCase } from '../../../engine/new-case.ts';
import { startFormOf } from '../../../engine/start-form.ts';
import type { Command, Variables } from '../../../engine/command.ts';
import type { ProcessModel } from '../../../engine/model.ts';
import { openCase } from '../../../workflows/case.client.ts';
import type { CaseInput } from '../../../workflows/case.messages.ts';
import type { Caller } from '../access/caller.ts';
import { actorOf } from '../commands/actor.ts';
import type { Envelope } from '../commands/envelope.ts';
import { Previewed, previewIn } from '../commands/preview.ts';
import type { Preview } from '../commands/preview.schema.ts';
import { Settling } from '../commands/settling.ts';
import { Database } from '../database.ts';
import { FormStore } from '../forms/form.store.ts';
import { Temporal } from '../temporal.ts';

export interface Opening {
  readonly definitionKey: string;
  readonly version?: number | undefined;
  /** The procedure's name where none is given, or where the procedure alone names its cases. */
  readonly title?: string | undefined;
  readonly startsOn?: string | undefined;
  readonly variables?: Variables | undefined;
  readonly startEventId?: string | undefined;
  /** Name of the message, or of the signal, that begins it. */
  readonly message?: string | undefined;
  readonly signal?: string | undefined;
  readonly trial: boolean;
  /** A procedure that is not published, instead of a version. */
  readonly drawn?: ProcessModel;
  readonly reason?: string | undefined;
}

/** The id of the case that a request opens: the same request, the same case. */
export const caseIdOf = ({ id }: Envelope): string => `c-${createHash('sha256').update(id).digest('hex').slice(0, 24)}`;

/** Opens cases: a number from its series, the version that rules that day and the rules of the day go with it. */
@Injectable()
export class CaseOpening {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Temporal) private readonly temporal: Temporal,
    @Inject(Settling) private readonly settling: Settling,
    @Inject(FormStore) private readonly forms: FormStore,
  ) {}

  async open(
    opening: Opening,
    caller: Caller,
    envelope: Envelope,
  ): Promise<{ readonly id: string; readonly settled: boolean }> {
    const input = await this.inputOf(opening, caller, envelope);
    requireOpener(input, caller);
    await this.checkForm(input, opening, envelope);
    const command = commandOf(opening, caller, envelope);
    // Refused before a number is taken; a preview ends here.
    const environment = { models: input.models, rulebook: input.rulebook };
    const preview = previewIn(environment, newCase(input), command);
    if (envelope.preview) throw new Previewed(preview);
    const number = await this.numberOf(input, opening, envelope);
    await this.temporal.within(() => openCase(this.temporal.client, { ...input, number }, command));
    return { id: input.caseId, settled: await this.settling.atRest(input.family) };
  }

  /** Refused as the opening would be; answers the procedure that it would run by, and how it would begin. */
  async rehearse(
    opening: Opening,
    caller: Caller,
    envelope: Envelope,
  ): Promise<{ readonly model: ProcessModel; readonly preview: Preview }> {
    const input = await this.inputOf(opening, caller, envelope);
    await this.checkForm(input, opening, envelope);
    const { models, model, rulebook } = input;
    const preview = previewIn({ models, rulebook }, newCase(input), commandOf(opening, caller, envelope));
    const found = models[model];
    if (!found) throw new Error(`${model} is not among its own models`);
    return { model: found, preview };
  }

  private async inputOf(opening: Opening, caller: Caller, envelope: Envelope): Promise<CaseInput> {
    const statements = fromPool(this.database.pool);
    const { definitionKey, version, startsOn, trial, drawn } = opening;
    const today = civilDateOf(envelope.receivedAt);
    const wanted = { key: definitionKey, version: version ?? null, on: today, trial };
    const found = drawn
      ? { key: definitionKey, version: 0, model: drawn }
      : await modelForNewCase<ProcessModel>(statements, wanted);
    const ref = `${found.key}@${found.version}`;
    const caseId = caseIdOf(envelope);
    return {
      caseId,
      number: '',
      title: caseTitleOf(found.model, { given: opening.title, variables: opening.variables }, envelope.receivedAt),
      family: caseId,
      parent: null,
      trial,
      model: ref,
      models: { [ref]: found.model },
      rulebook: await loadRulebook(statements),
      startsOn: startsOn ?? today,
      openedBy: caller.user,
    };
  }

  /** What the start event's form asks of whoever opens the case; messages and signals bring what they bring. */
  private async checkForm(
    { model, models }: CaseInput,
    { startEventId, message, signal, variables = {} }: Opening,
    { receivedAt }: Envelope,
  ): Promise<void> {
    const found = models[model];
    if (!found || message !== undefined || signal !== undefined) return;
    const use = startFormOf(found, startEventId);
    const form = (await this.forms.usedBy([use]))(use);
    const defects = form?.defectsOf(variables, civilDateOf(receivedAt)) ?? [];
    if (defects.length > 0)
      throw new CaseError('INVALID_FORM', `立案表单有 ${defects.length} 处不符合要求，请按提示改正`, { defects });
  }

  /** A repeated request finds the number that the first one took. */
  private async numberOf(
    { caseId, model, models }: CaseInput,
    { trial }: Opening,
    envelope: Envelope,
  ): Promise<string> {
    const known = await this.database.row<{ number: string }>('select number from case_view where id = $1', [caseId]);
    if (known) return known.number;
    const year = Number(civilDateOf(envelope.receivedAt).slice(0, 4));
    return nextCaseNumber(fromPool(this.database.pool), { series: models[model]?.series, year, trial });
  }
}

/** A supervised unit opens what is there for it, as a record of meddling; everything else is given to it. */
function requireOpener({ model, models }: CaseInput, caller: Caller): void {
  if (!isSupervised(caller) || models[model]?.openers === 'units') return;
  throw new CaseError('FORBIDDEN', '受监督单位只办理交给本单位的事项');
}

function commandOf(opening: Opening, caller: Caller, envelope: Envelope): Command {
  const circle = {
    trial: opening.trial,
    openedBy: caller.user,
    familyOpenedBy: caller.user,
    agencies: [],
    people: [caller.user],
  };
  return {
    id: envelope.id,
    bodyHash: envelope.bodyHash,
    actor: actorOf(caller, circle),
    receivedAt: envelope.receivedAt,
    ...(opening.reason ? { reason: opening.reason } : {}),
    kind: 'start',
    ...(opening.startEventId ? { startEventId: opening.startEventId } : {}),
    ...(opening.message ? { message: opening.message } : {}),
    ...(opening.signal ? { signal: opening.signal } : {}),
    variables: opening.variables ?? {},
  };
}
