import { expect } from 'vitest';
import type { Answer, Calls, Json } from './client.ts';

export interface Opening {
  readonly variables?: Record<string, unknown>;
  readonly startsOn?: string;
  readonly startEvent?: string;
  readonly key?: string;
  /** Real services are called: the engine is not put beside the product. */
  readonly services?: true;
}

/** One trial of a definition, step by step. */
export class Trial {
  readonly client: Calls;
  readonly id: string;
  readonly opened: Json;

  constructor(client: Calls, opened: Json) {
    this.client = client;
    this.opened = opened;
    this.id = opened.id;
  }

  static async of(client: Calls, xml: string, { key, variables, startsOn, startEvent }: Opening = {}): Promise<Trial> {
    const published = await client.publish(xml);
    expect([200, 201], JSON.stringify(published.body)).toContain(published.status);
    const answer = await client.post('/trials', {
      definitionKey: key ?? published.body.key,
      variables,
      startsOn,
      startEvent,
    });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return new Trial(client, answer.body);
  }

  async case(): Promise<Json> {
    const answer = await this.client.get(`/cases/${this.id}`);
    expect(answer.status).toBe(200);
    return answer.body;
  }

  async open(): Promise<string[]> {
    const now = await this.case();
    return now.openTasks.map((task: Json) => task.elementId as string).toSorted();
  }

  /** The open tasks are exactly these element ids, separated by spaces; `-` and a status when there are none. */
  async sees(expected: string): Promise<void> {
    const now = await this.case();
    const open = now.openTasks.map((task: Json) => task.elementId as string).toSorted();
    const words = expected.split(' ').filter((word) => word !== '');
    const seen = open.length > 0 ? [...open, ...(now.status === 'running' ? [] : [`(${now.status})`])] : [now.status];
    expect(seen.join(' '), JSON.stringify(now.incidents)).toBe(words.join(' '));
  }

  async task(elementId: string, nth = 0): Promise<Json> {
    const now = await this.case();
    const found = now.openTasks.filter((task: Json) => task.elementId === elementId)[nth];
    if (!found)
      throw new Error(
        `no open task ${elementId}: ${JSON.stringify(now.openTasks.map((t: Json) => t.elementId))} ${now.status} ${JSON.stringify(now.incidents)}`,
      );
    const answer = await this.client.get(`/tasks/${found.id}`);
    return answer.body;
  }

  /** An operation on the open task of that element; complete by default. */
  async act(elementId: string, operation = 'complete', body: unknown = {}, nth = 0): Promise<Answer> {
    const task = await this.task(elementId, nth);
    return this.client.post(`/tasks/${task.id}/${operation}`, body);
  }

  async does(elementId: string, variables?: Record<string, unknown>, outcome?: string): Promise<void> {
    const answer = await this.act(elementId, 'complete', {
      ...(variables && { variables }),
      ...(outcome && { outcome }),
    });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  }

  async forward(by: string): Promise<Json[]> {
    const answer = await this.client.post(`/trials/${this.id}/fast-forward`, { by });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body.fired;
  }

  async message(name: string, variables?: Record<string, unknown>): Promise<Answer> {
    return this.client.post(`/cases/${this.id}/messages`, { name, ...(variables && { variables }) });
  }
  async signal(name: string, variables?: Record<string, unknown>): Promise<Answer> {
    return this.client.post('/signals', { name, trial: true, ...(variables && { variables }) });
  }
  async variables(): Promise<Json> {
    return (await this.case()).variables;
  }
  async incident(): Promise<Json> {
    return (await this.case()).incidents[0];
  }
}
