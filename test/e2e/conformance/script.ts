import { expect } from 'vitest';
import type { Answer } from './client.ts';
import type { Trial } from './trial.ts';

/**
 * A trial in a line: acts and what is open after each, "→ a b; a → b; !ping {"x":1} → c; +PT2H → d; d → completed".
 * An act is an element to complete (`a`, the second of several `a#2`, with variables `a {"x":1}`), a message `!name`, a
 * signal `~name`, a message to whoever has these keys `*name {"k":1}`, a wait `+PT2H`, variables set by hand `= {"x":1}`, or
 * nothing. `✗ CODE` after the arrow: refused so. Without an arrow `? {"x":1}`: variables of the case.
 */
export async function follow(trial: Trial, script: string): Promise<void> {
  for (const line of script
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')) {
    if (line.startsWith('?')) {
      expect(await trial.variables()).toMatchObject(JSON.parse(line.slice(1)) as Record<string, unknown>);
      continue;
    }
    const [act = '', expected = ''] = line.split('→').map((part) => part.trim());
    const answer = await take(trial, act);
    const [, code] = /^✗ (\w+)$/.exec(expected) ?? [];
    if (code !== undefined) {
      expect([line, answer?.body.code]).toEqual([line, code]);
      continue;
    }
    expect([line, answer?.status ?? 200, answer && answer.status >= 400 ? answer.body : undefined]).toEqual([
      line,
      200,
      undefined,
    ]);
    expect([line, await seen(trial)]).toEqual([line, expected.split(/\s+/).toSorted().join(' ')]);
  }
}

async function seen(trial: Trial): Promise<string> {
  const { openTasks, status, incidents } = await trial.case();
  const open = (openTasks as { elementId: string }[]).map(({ elementId }) => elementId).toSorted();
  const troubles = (incidents as { code: string }[]).map(({ code }) => `!${code}`);
  if (open.length === 0 && troubles.length === 0) return status;
  return [...troubles, ...open].toSorted().join(' ');
}

async function take(trial: Trial, act: string): Promise<Answer | undefined> {
  const [, sign = '', name = '', nth = '1', json] = /^([!~+=*]?)\s*([\w.]*)(?:#(\d+))?\s*(\{.*\})?$/s.exec(act) ?? [];
  const variables = json === undefined ? undefined : (JSON.parse(json) as Record<string, unknown>);
  if (sign === '!') return trial.message(name, variables);
  if (sign === '*') return trial.client.post('/messages', { name, correlation: variables, trial: true });
  if (sign === '~') return trial.signal(name, variables);
  if (sign === '=') return trial.client.send('PATCH', `/cases/${trial.id}/variables`, { variables });
  if (sign === '+') return void (await trial.forward(name));
  if (name === '') return undefined;
  return trial.act(name, 'complete', variables ? { variables } : {}, Number(nth) - 1);
}
