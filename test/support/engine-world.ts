import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Fields, Story } from '../../apps/local/tour/story.ts';
import type { AlarmSeen, CaseSeen, Refused, TaskSeen, World } from '../../apps/local/tour/world.ts';
import { loadRulebook } from '../../definitions/load.ts';
import { addDuration, parseDuration } from '../../domain/duration.ts';
import { CaseError } from '../../domain/errors.ts';
import { isoOf } from '../../domain/instant.ts';
import { advance } from '../../engine/advance.ts';
import type { Act, Actor, Command, Variables } from '../../engine/command.ts';
import { compile } from '../../engine/compile/compile.ts';
import type { Effect } from '../../engine/effect.ts';
import type { ProcessModel } from '../../engine/model.ts';
import { newCase } from '../../engine/new-case.ts';
import type { CaseState } from '../../engine/state.ts';
import { viewOf } from '../../engine/view.ts';

const root = new URL('../../definitions/', import.meta.url);
const opener: Actor = { user: 'designer', name: '设计员', agency: null, roles: [], everyRole: true };

/** Every procedure and form of definitions/, compiled; throws when one has a defect. */
export async function loadDefinitions() {
  const folder = new URL('processes/', root);
  const models: Record<string, ProcessModel> = {};
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.bpmn'))) {
    const { processes, defects } = await compile(readFileSync(new URL(file, folder)));
    if (defects.length > 0) throw new Error(`${file}: ${JSON.stringify(defects)}`);
    for (const model of processes) models[`${model.key}@1`] = model;
  }
  return { models, rulebook: loadRulebook(), forms: formsOf(new URL('forms/', root)) };
}

function formsOf(folder: URL): Readonly<Record<string, ValidateFunction>> {
  const ajv = new Ajv2020({ allErrors: true, keywords: ['x-ld-labels', 'x-ld-widget'] });
  addFormats.default(ajv);
  const read = (file: string): ValidateFunction => ajv.compile(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(files.map((file) => [file.slice(0, -'.json'.length), read(file)]));
}

type Definitions = Awaited<ReturnType<typeof loadDefinitions>>;

/** A family of cases in the engine alone: deliveries within it are made at once, its clock moves from alarm to alarm. */
export class EngineWorld implements World {
  private readonly states = new Map<string, CaseState>();
  private now = Date.parse('2026-03-02T09:00:00+08:00');
  private commands = 0;
  private fired: AlarmSeen[] = [];
  /** Elements entered, `<procedure>.<element>`: what a scenario has covered. */
  readonly entered = new Set<string>();
  /** Flows taken, by the ids of the models. */
  readonly flows = new Set<string>();

  constructor(private readonly definitions: Definitions) {}

  async open(story: Story): Promise<void> {
    this.begin(
      { caseId: 'case-1', title: story.title, key: story.definitionKey, parent: null },
      story.fields as Variables,
    );
  }

  async family(): Promise<readonly CaseSeen[]> {
    return [...this.states.values()].map((state) => this.seen(state));
  }

  async complete(task: TaskSeen, { outcome, fields }: { outcome?: string; fields: Fields }): Promise<Refused | null> {
    const form = this.formOf(task);
    if (form && !form(fields)) return { code: 'INVALID_FORM', detail: JSON.stringify(form.errors) };
    const variables = fields as Variables;
    return this.attempt(task.caseId, {
      kind: 'completeTask',
      taskId: task.id,
      variables,
      ...(outcome === undefined ? {} : { outcome }),
    });
  }

  async extend(task: TaskSeen, by: string): Promise<Refused | null> {
    return this.attempt(task.caseId, { kind: 'extendTask', taskId: task.id, by });
  }

  async message(caseId: string, name: string, fields: Fields): Promise<void> {
    this.send(caseId, { kind: 'message', name, variables: fields as Variables });
  }

  async forward(by: string): Promise<readonly AlarmSeen[]> {
    const duration = parseDuration(by);
    if (!duration) throw new Error(`no duration: ${by}`);
    const target = addDuration(this.now, duration);
    this.fired = [];
    for (;;) {
      const next = Math.min(target, ...[...this.states.values()].map(({ nextAlarmAt }) => nextAlarmAt ?? Infinity));
      this.now = Math.max(this.now, next);
      for (const [caseId, { nextAlarmAt }] of this.states) {
        if (nextAlarmAt !== null && nextAlarmAt <= this.now) this.send(caseId, { kind: 'tick' }, null);
      }
      if (this.now >= target) return this.fired;
    }
  }

  private begin(
    opened: { caseId: string; title: string; key: string; parent: CaseState['parent'] },
    variables: Variables,
  ): void {
    const { key, ...rest } = opened;
    if (!this.definitions.models[`${key}@1`]) throw new CaseError('UNKNOWN_DEFINITION', key);
    const startsOn = isoOf(this.now).slice(0, 10);
    this.states.set(rest.caseId, newCase({ ...rest, model: `${key}@1`, trial: true, startsOn, openedBy: 'designer' }));
    this.send(rest.caseId, { kind: 'start', variables });
  }

  private attempt(caseId: string, act: Act): Refused | null {
    try {
      this.send(caseId, act);
      return null;
    } catch (error) {
      if (error instanceof CaseError) return { code: error.code, detail: error.message };
      throw error;
    }
  }

  private send(caseId: string, act: Act, actor: Actor | null = opener): void {
    const state = this.states.get(caseId);
    if (!state) throw new Error(`no case ${caseId}`);
    this.commands += 1;
    const command: Command = { ...act, id: `command-${this.commands}`, bodyHash: '', actor, receivedAt: this.now };
    const advanced = advance(this.definitions, state, command, this.now);
    this.states.set(caseId, JSON.parse(JSON.stringify(advanced.state)) as CaseState);
    this.note(advanced.state);
    for (const { kind, data } of advanced.entries) {
      const taken = kind === 'element-left' ? data?.['flows'] : undefined;
      if (Array.isArray(taken)) for (const flow of taken) this.flows.add(String(flow));
    }
    for (const effect of advanced.effects) this.deliver(caseId, effect);
  }

  private note(state: CaseState): void {
    const key = state.model.split('@')[0] ?? '';
    for (const { elementId, at, firedAt, kind, level } of viewOf(this.definitions, state).alarms) {
      if (
        firedAt === this.now &&
        !this.fired.some((one) => one.elementId === elementId && Date.parse(one.at) === at && one.kind === kind)
      ) {
        this.fired.push({ elementId, kind, level, at: isoOf(at) });
      }
    }
    for (const task of viewOf(this.definitions, state).tasks) this.entered.add(`${key}.${task.elementId}`);
  }

  private deliver(caseId: string, effect: Effect): void {
    const sent = this.states.get(caseId);
    if (effect.kind === 'resolveModel') {
      const ref = `${effect.key}@1`;
      const { instanceId } = effect;
      const model = this.definitions.models[ref];
      if (model) this.send(caseId, { kind: 'modelResolved', instanceId, ref, model }, null);
      else this.send(caseId, { kind: 'modelMissing', instanceId, key: effect.key, message: 'missing' }, null);
    } else if (effect.kind === 'openChild') {
      const { childId, instanceId, title, key, variables } = effect;
      this.begin({ caseId: childId, title, key, parent: { caseId, instanceId } }, variables);
      this.send(caseId, { kind: 'childOpened', instanceId, childId, number: `${key}-${childId}` }, null);
    } else if (effect.kind === 'childEnded' && sent?.parent) {
      const { status, variables } = effect;
      const { instanceId } = sent.parent;
      this.send(sent.parent.caseId, { kind: 'childEnded', instanceId, childId: caseId, status, variables }, null);
    } else if (effect.kind === 'throwMessage') this.throwMessage(effect);
  }

  /** To the one case of the family that waits for it. */
  private throwMessage({ name, correlation, variables }: Effect & { kind: 'throwMessage' }): void {
    const wanted = Object.entries(correlation);
    const receiver = [...this.states.values()].find((state) =>
      viewOf(this.definitions, state).waits.some(
        (wait) => wait.name === name && wanted.every(([key, value]) => wait.correlation[key] === value),
      ),
    );
    if (receiver) this.send(receiver.caseId, { kind: 'message', name, variables }, null);
  }

  private seen(state: CaseState): CaseSeen {
    const { case: row, tasks, incidents } = viewOf(this.definitions, state);
    const now = isoOf(this.now);
    return {
      id: row.id,
      number: null,
      title: state.title,
      definitionKey: row.definitionKey,
      status: row.status,
      now,
      variables: row.variables,
      incidents: incidents.filter(({ resolvedAt }) => resolvedAt === null),
      openTasks: tasks
        .filter(({ status }) => status === 'open')
        .map((task) => ({ ...task, caseId: row.id, now, variables: task.variables })),
    };
  }

  private formOf({ caseId, id }: TaskSeen): ValidateFunction | undefined {
    const state = this.states.get(caseId);
    const task = state && viewOf(this.definitions, state).tasks.find((one) => one.id === id);
    return task?.form ? this.definitions.forms[task.form] : undefined;
  }
}
