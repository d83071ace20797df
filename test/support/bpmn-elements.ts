import * as elements from 'bpmn-elements';
import { BpmnModdle } from 'bpmn-moddle';
import serialize, { TypeResolver } from 'moddle-context-serializer';
import { vi } from 'vitest';
import type { Json, Variables } from '../../engine/command.ts';
import { toFeel } from '../../engine/compile/juel.ts';
import { evaluate } from '../../engine/feel/feel.ts';
import type { Act, Seen, Trace } from '../e2e/conformance/recording-client.ts';
import type { Played } from './compare-traces.ts';

interface Waiting {
  readonly id: string;
  readonly executionId: string;
  readonly type: string;
}
/** What an element offers while it waits; a sub-process or a multi-instance holds others. */
interface Api extends Waiting {
  getPostponed(): readonly Api[];
}

/** Why a trace is not told to bpmn-elements: it does not execute these at all; null when it is. */
export function untoldToBpmnElements({ xml }: Pick<Trace, 'xml'>): string | null {
  const body = xml.replace(/xmlns:[\w.-]+="[^"]*"/g, '');
  if (/triggeredByEvent="true"/.test(body)) return 'event sub-processes';
  if (/callActivity/.test(body)) return 'called processes';
  if (/[\s<](?:zeebe|camunda|flowable|ld):\w/.test(body)) return 'attributes of an engine';
  if (/loopDataInputRef|completionCondition|standardLoop/.test(body))
    return 'collections, completion conditions, standard loops';
  if (/scriptTask|participant/.test(body)) return 'scripts and pools';
  return null;
}

/** Plays a trace in bpmn-elements, with FEEL for its expressions and the clock in the test's hand. */
export async function playInBpmnElements({ name, xml, now, steps }: Trace & { name: string }): Promise<Played> {
  vi.useFakeTimers({ now });
  try {
    const moddle = await new BpmnModdle().fromXML(
      xml.replace(/<((?:\w+:)?process)\b(?![^>]*isExecutable)/g, '<$1 isExecutable="true"'),
    );
    return { name, steps: new Play(moddle as never, xml).run(steps) };
  } catch (error) {
    return { name, refused: (error as Error).message };
  } finally {
    vi.useRealTimers();
  }
}

class Play {
  readonly #definition: InstanceType<typeof elements.Definition>;
  readonly #ids: ReadonlyMap<string, string>;
  #variables: Record<string, Json> = {};
  #failure: string | null = null;
  readonly #waiting = new Map<string, Waiting>();

  constructor(moddle: never, xml: string) {
    const context = serialize(moddle, TypeResolver({ ...elements } as never));
    this.#ids = new Map(
      [...xml.matchAll(/<(?:\w+:)?(?:message|signal) id="([^"]+)" name="([^"]+)"/g)].map(([, id = '', name = '']) => [
        name,
        id,
      ]),
    );
    this.#definition = new elements.Definition(elements.Context(context as never), {
      expressions: { resolveExpression: (text: string, scope: unknown) => this.#evaluate(text, scope) } as never,
    });
    const { broker } = this.#definition;
    const on = (pattern: string, act: (content: Waiting) => void): void =>
      void broker.subscribeTmp(
        'event',
        pattern,
        (_: string, { content }: { content?: unknown }) => act(content as Waiting),
        {
          noAck: true,
        },
      );
    on('activity.wait', (content) => this.#waiting.set(content.executionId, content));
    for (const gone of ['leave', 'discard', 'end', 'execution.completed', 'execution.discard'])
      on(`activity.${gone}`, ({ executionId }) => this.#waiting.delete(executionId));
    broker.subscribeTmp(
      'event',
      'definition.error',
      (_: string, { content }: { content?: { error?: Error } }) => {
        this.#failure = String(content?.error?.message);
      },
      { noAck: true },
    );
  }

  run(steps: Trace['steps']): NonNullable<Played['steps']> {
    return steps.map((step) => {
      try {
        this.#take(step);
      } catch (error) {
        this.#failure ??= (error as Error).message;
      }
      return this.#seen();
    });
  }

  #take(act: Act): void {
    if ('variables' in act) this.#variables = { ...this.#variables, ...act.variables };
    switch (act.do) {
      case 'open':
        return void this.#definition.run();
      case 'complete': {
        const task = this.#tasks().filter(({ id }) => id === act.element)[act.nth];
        if (!task) return undefined;
        this.#waiting.delete(task.executionId);
        return this.#definition.signal({ id: task.id, executionId: task.executionId });
      }
      case 'message':
      case 'signal':
        return this.#definition.signal({ id: this.#ids.get(act.name) ?? act.name });
      case 'variables':
        for (const { id, executionId } of this.#conditions()) this.#definition.signal({ id, executionId });
        return undefined;
      case 'clock':
        return void vi.advanceTimersByTime(Math.max(0, act.at - Date.now()));
    }
  }

  /** What has said that it waits, and still does: instances of a multi-instance are told apart by their saying only. */
  #tasks(): readonly Waiting[] {
    const there = this.#postponed();
    return [...this.#waiting.values()].filter(({ id, type }) => type === 'bpmn:UserTask' && there.has(id));
  }

  #conditions(): readonly Waiting[] {
    return [...this.#waiting.values()].filter(({ type }) => type === 'bpmn:ConditionalEventDefinition');
  }

  /** Ids of everything that is under way, at whatever depth. */
  #postponed(): ReadonlySet<string> {
    const ids = new Set<string>();
    const seen = new Set<string>();
    const visit = (api: Api): void => {
      ids.add(api.id);
      if (seen.has(api.executionId)) return;
      seen.add(api.executionId);
      for (const inner of api.getPostponed()) visit(inner);
    };
    for (const api of this.#definition.getPostponed() as unknown as readonly Api[]) visit(api);
    return ids;
  }

  #seen(): Seen & { failure?: string } {
    const open = this.#tasks()
      .map(({ id }) => id)
      .toSorted();
    const failure = this.#failure;
    if (failure !== null) return { status: 'failed', open, failure };
    return { status: this.#definition.isRunning ? 'running' : 'completed', open };
  }

  #evaluate(text: string, scope: unknown): unknown {
    const feel = /[$#]\{/.test(text) ? toFeel(text).feel : text.replace(/^\s*=/, '');
    if (/^(?:P|R\d*\/|\d{4}-)/.test(text)) return text;
    const { content = {} } = (scope ?? {}) as { content?: Record<string, Json> };
    const counters = { loopCounter: Number(content['index'] ?? 0) + 1 };
    return evaluate(feel ?? text, { ...counters, ...(this.#variables as Variables) }, { now: Date.now() });
  }
}
