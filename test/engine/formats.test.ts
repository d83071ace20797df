import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { advance } from '../../engine/advance.ts';
import type { Command, Rulebook } from '../../engine/command.ts';
import { modelFormat, upcastModel } from '../../engine/formats/model.ts';
import { stateFormat, upcastState } from '../../engine/formats/state.ts';
import { UnknownFormat, upcast } from '../../engine/formats/upcast.ts';
import type { ProcessModel } from '../../engine/model.ts';
import type { CaseState } from '../../engine/state.ts';
import { engineVersion } from '../../engine/version.ts';
import { viewOf } from '../../engine/view.ts';

describe('upcasting', () => {
  interface Third {
    readonly format: number;
    readonly all: readonly string[];
  }
  const steps = [
    ({ name }: { name: string }) => ({ format: 2, names: [name] }),
    ({ names }: { names: readonly string[] }) => ({ format: 3, all: names }),
  ];

  it.each([[{ format: 1, name: 'a' }], [{ format: 2, names: ['a'] }], [{ format: 3, all: ['a'] }]])(
    'takes a value of any format to the newest: %j',
    (stored) => {
      expect(upcast<Third>('it', steps, stored)).toEqual({ format: 3, all: ['a'] });
    },
  );

  it.each([0, 4, 1.5, Number.NaN])('refuses a format that nobody knows: %d', (format) => {
    expect(() => upcast<Third>('it', steps, { format })).toThrow(UnknownFormat);
  });
});

/** A case in the middle of a procedure, as the release that had this format wrote it, and what it came to then. */
interface Stored {
  readonly state: CaseState;
  readonly models: Readonly<Record<string, ProcessModel>>;
  readonly rulebook: Rulebook;
  readonly next: Command;
  readonly now: number;
  readonly openAfterwards: readonly string[];
  readonly dueAfterwards: Readonly<Record<string, string | null>>;
}
const storedIn = (format: number): Stored =>
  JSON.parse(readFileSync(new URL(`formats/case-${format}.json`, import.meta.url), 'utf8')) as Stored;
const formats = Array.from({ length: Math.max(stateFormat, modelFormat) }, (_, index) => index + 1);

describe('a case stored in an earlier format', () => {
  it.each(formats)('%d goes on as it would have then', (format) => {
    const { state, models, rulebook, next, now, openAfterwards, dueAfterwards } = storedIn(format);
    const environment = {
      models: Object.fromEntries(Object.entries(models).map(([ref, model]) => [ref, upcastModel(model)])),
      rulebook,
    };
    const before = upcastState(state);
    expect(before.engineVersion).toBeLessThanOrEqual(engineVersion);
    const after = viewOf(environment, advance(environment, before, next, now).state);
    const open = after.tasks.filter(({ status }) => status === 'open');
    expect(open.map(({ elementId }) => elementId)).toEqual(openAfterwards);
    expect(Object.fromEntries(open.map(({ elementId, dueOn }) => [elementId, dueOn]))).toEqual(dueAfterwards);
  });
});
