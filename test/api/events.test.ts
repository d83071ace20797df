import { afterAll, beforeAll, expect, it } from 'vitest';
import { signedInSchema } from '../../apps/api/auth/auth.schema.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { password } from './city.ts';
import { openCase, ownStep, publish, stepAt } from './procedures.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await publish(api, ownStep('Own'));
});
afterAll(() => api.stop());

async function* eventsOf(user: string, signal: AbortSignal): AsyncGenerator<unknown> {
  const { accessToken } = (await api.post(null, '/auth/login', { username: user, password })).read(signedInSchema);
  const response = await fetch(`${api.address}/events`, {
    headers: { authorization: `Bearer ${accessToken}` },
    signal,
  });
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    for (const [, data = ''] of decoder.decode(chunk).matchAll(/^data: (.+)$/gm)) yield JSON.parse(data);
  }
}

/** The step and what is told about it may come one after the other. */
async function heard(events: AsyncGenerator<unknown>, open: number): Promise<void> {
  let last: unknown;
  do last = (await events.next()).value;
  while ((last as { open: number }).open !== open);
}

it('whoever listens hears when the own worklist changes', async () => {
  const stop = new AbortController();
  const events = eventsOf('fin.staff', stop.signal);
  expect((await events.next()).value).toEqual({ open: 0, unread: 0 });
  const opened = await openCase(api, 'fin.staff', 'Own');
  await heard(events, 1);
  await api.post('fin.staff', `/tasks/${stepAt(opened, 'own')}/complete`);
  await heard(events, 0);
  stop.abort();
});
