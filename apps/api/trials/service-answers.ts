import { Inject, Injectable } from '@nestjs/common';
import { ensureKeys } from '../../../codec/keys.ts';
import { unseal } from '../../../codec/seal.ts';
import type { Act } from '../../../engine/command.ts';
import type { Scenario, ServiceAnswer } from '../../../scenarios/scenario.ts';
import { Database } from '../database.ts';
import { settingsToken } from '../settings.ts';
import type { Settings } from '../settings.ts';

interface Answered {
  readonly keyId: string;
  readonly payload: Buffer;
}

/** What the services of a family have answered, from its journals, so that the engine alone can be told. */
@Injectable()
export class ServiceAnswers {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(settingsToken) private readonly settings: Settings,
  ) {}

  async of(family: string): Promise<NonNullable<Scenario['services']>> {
    const rows = await this.database.rows<Answered>(
      `select j.key_id as "keyId", j.payload from journal j join case_view c on c.id = j.case_id
       where c.family = $1 and j.kind in ('serviceDone', 'serviceFailed') order by j.at, j.seq`,
      [family],
    );
    if (rows.length === 0) return {};
    const keyring = ensureKeys(this.settings.keys);
    const answers = rows.map(({ keyId, payload }) => JSON.parse(unseal(keyring, keyId, payload).toString()) as Step);
    const byElement = Map.groupBy(answers.filter(elementOf), (step) => elementOf(step) ?? '');
    return Object.fromEntries(
      [...byElement].map(([element, steps]) => [element, steps.map(({ command }) => answerOf(command))]),
    );
  }
}

interface Step {
  readonly command: Act;
  readonly entries: readonly { readonly kind: string; readonly elementId?: string }[];
}

const elementOf = ({ entries }: Step): string | undefined =>
  entries.find(({ kind }) => kind === 'service-done' || kind === 'service-failed')?.elementId;

function answerOf(command: Act): ServiceAnswer {
  if (command.kind === 'serviceDone') return { result: command.result };
  if (command.kind !== 'serviceFailed') return {};
  return command.errorCode === undefined ? { failure: command.message } : { error: command.errorCode };
}
