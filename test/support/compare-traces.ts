import type { Difference } from '../../apps/local/docs/engine-differences.ts';
import type { Seen, Trace } from '../e2e/conformance/recording-client.ts';

/** What another engine made of a trace. */
export interface Played {
  readonly name: string;
  /** Why it does not take the definition at all. */
  readonly refused?: string;
  readonly steps?: readonly (Seen & { readonly failure?: string })[];
}

export interface Compared {
  readonly same: number;
  readonly differences: readonly Difference[];
}

/** Where each trace first goes otherwise: open tasks after each act, and whether the case has ended. */
export function compared(traces: readonly (Trace & { name: string })[], played: readonly Played[]): Compared {
  const differences = traces.flatMap((trace, index) => differenceOf(trace, played[index]) ?? []);
  return { same: traces.length - differences.length, differences };
}

function differenceOf({ name, steps }: Trace & { name: string }, played: Played | undefined): Difference | null {
  if (!played || played.name !== name) throw new Error(`${name} was not played`);
  if (played.refused !== undefined) return { name, here: 'executed', there: `refused: ${played.refused}` };
  const step = steps.findIndex(({ seen }, index) => !alike(seen, played.steps?.[index]));
  if (step < 0) return null;
  const there = played.steps?.[step];
  const failure = there?.failure === undefined ? '' : ` (${there.failure.slice(0, 200)})`;
  return { name, step, here: told(steps[step]?.seen), there: `${told(there)}${failure}` };
}

/** An act that is refused here and ignored elsewhere leaves both where they were. */
const alike = (here: Seen, there: Seen | undefined): boolean =>
  told(here) === told(there) || (here.status === 'refused' && here.open.join(' ') === there?.open.join(' '));

/** An incident here is a failed act elsewhere: what is compared is that both do not go on. */
const told = (seen: Seen | undefined): string =>
  seen === undefined ? 'nothing' : [seen.status.replace(/ .*/, ''), ...seen.open].join(' ');
