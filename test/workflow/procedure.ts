import { sha256 } from '../../database/journal/link.ts';
import { nextCaseNumber } from '../../database/numbers.queries.ts';
import { modelInForce } from '../../database/definition.queries.ts';
import { familyOf } from '../../database/family.queries.ts';
import { fromPool } from '../../database/queryable.ts';
import { loadRulebook, storeFirstRulebook } from '../../database/rulebook.queries.ts';
import { loadRulebook as rulebookFiles } from '../../definitions/load.ts';
import { civilDateOf } from '../../domain/civil-date.ts';
import type { Act, Actor, Command, Variables } from '../../engine/command.ts';
import { compile } from '../../engine/compile/compile.ts';
import type { ProcessModel } from '../../engine/model.ts';
import { openCase, sendCommand } from '../../workflows/case.client.ts';
import type { CaseInput, CommandResult } from '../../workflows/case.messages.ts';
import { fastForwardFamily } from '../../workflows/trial-family.ts';
import { someId } from './system.ts';
import type { System } from './system.ts';

const clerk: Actor = {
  user: 'cdi.intake',
  name: '案管室',
  agency: 'cdi',
  roles: ['cdi.intake'],
  operator: true,
  everyRole: true,
};

/** Publishes every process of the documents as its next version. */
export async function publish(system: System, ...documents: readonly string[]): Promise<void> {
  for (const document of documents) await publishOne(system, document);
}

async function publishOne(system: System, xml: string): Promise<void> {
  const { processes, defects } = await compile(xml);
  if (defects.length > 0) throw new Error(JSON.stringify(defects));
  await storeFirstRulebook(fromPool(system.pool), rulebookFiles(), new Date());
  for (const model of processes) {
    await system.rows(
      `insert into definition (key, version, name, hash, document, model, published_at, valid_from)
       select $1, coalesce(max(version), 0) + 1, $2, '', '', $3, now(), '2020-01-01' from definition where key = $1`,
      [model.key, model.name, JSON.stringify(model)],
    );
  }
}

interface Given {
  readonly id?: string;
  readonly commandId?: string;
  readonly trial?: boolean;
  readonly startsOn?: string;
  readonly variables?: Variables;
}

/** A case opened by the clerk, and what a test does with it. */
export interface OpenedCase {
  readonly id: string;
  readonly number: string;
  /** Sends a command; `id` and `receivedAt` may be given. */
  send(act: Act, given?: { readonly id?: string; readonly receivedAt?: number }): Promise<CommandResult>;
  /** Completes the open task of this element. */
  complete(elementId: string, variables?: Variables): Promise<CommandResult>;
  openTasks(): Promise<string[]>;
  taskOf(elementId: string): Promise<string>;
  status(): Promise<string>;
  fastForward(byMs: number): Promise<number>;
}

export async function open(system: System, key: string, given: Given = {}): Promise<OpenedCase> {
  const db = fromPool(system.pool);
  const found = await modelInForce<ProcessModel>(db, key, civilDateOf(Date.now()));
  if (!found) throw new Error(`${key} is not published`);
  const ref = `${key}@${found.version}`;
  const id = given.id ?? `c-${someId()}`;
  const { trial = false, startsOn = civilDateOf(Date.now()), variables = {} } = given;
  const input: CaseInput = {
    caseId: id,
    number: await nextCaseNumber(db, { series: found.model.series, year: 2026, trial }),
    title: '一件事',
    family: id,
    parent: null,
    trial,
    model: ref,
    models: { [ref]: found.model },
    rulebook: await loadRulebook(db),
    startsOn,
    openedBy: clerk.user,
  };
  const start: Act = { kind: 'start', variables };
  await openCase(system.client, input, commandOf(start, given.commandId === undefined ? {} : { id: given.commandId }));
  return openedCase(system, { id, number: input.number });
}

/** A case that exists already, for instance one opened by another. */
export function openedCase(
  system: System,
  { id, number }: { readonly id: string; readonly number: string },
): OpenedCase {
  const taskOf = async (elementId: string): Promise<string> => {
    const [task] = await system.rows<{ id: string }>(
      `select id from task_view where case_id = $1 and element_id = $2 and status = 'open' order by opened_at`,
      [id, elementId],
    );
    if (!task) throw new Error(`${elementId} has no open task in ${id}`);
    return task.id;
  };
  const send: OpenedCase['send'] = (act, given = {}) => sendCommand(system.client, id, commandOf(act, given));
  return {
    id,
    number,
    send,
    taskOf,
    async complete(elementId, variables = {}) {
      return send({ kind: 'completeTask', taskId: await taskOf(elementId), variables });
    },
    async openTasks() {
      const tasks = await system.rows<{ element_id: string }>(
        `select element_id from task_view where case_id = $1 and status = 'open' order by element_id`,
        [id],
      );
      return tasks.map(({ element_id }) => element_id);
    },
    async status() {
      const [row] = await system.rows<{ status: string }>('select status from case_view where id = $1', [id]);
      return row?.status ?? 'absent';
    },
    fastForward: (byMs) =>
      fastForwardFamily(system.client, { caseId: id, family: familyOf(fromPool(system.pool), id) }, byMs),
  };
}

export function commandOf(act: Act, { id = someId(), receivedAt = Date.now() } = {}): Command {
  return { id, bodyHash: sha256(JSON.stringify(act)), actor: clerk, receivedAt, ...act };
}

export const days = (count: number): number => count * 86_400_000;
