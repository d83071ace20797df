import type { Step } from '../../../scenarios/scenario.ts';

/** A write on a trial as its route has it. */
export interface Write {
  /** With `:parameters`, without the prefix: "/tasks/:id/complete". */
  readonly route: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly as?: string | undefined;
  /** Element of the task, or of the incident. */
  readonly elementId?: string | undefined;
  /** Which open task of that element, in the order of opening; 1 is not written. */
  readonly nth?: number;
  /** Which case of the family; 0 is the first. */
  readonly child?: number;
}

/** The act as a scenario writes it; null for what is no act on the procedure (a draft, a preview, a link). */
export function stepOf({ route, body, as, elementId, nth = 1, child = 0 }: Write): Step | null {
  const { reason: _, ...given } = body;
  const by = as === undefined ? {} : { as };
  const which = nth > 1 ? { nth } : {};
  const where = child > 0 ? { child } : {};
  const [, kind, operation = ''] = /^\/(tasks|cases)\/:id\/(?:incidents\/:incidentId\/)?([\w-]+)$/.exec(route) ?? [];
  if (kind === 'tasks' && operation === 'complete') return { do: elementId ?? '', ...which, ...by, ...given } as Step;
  if (kind === 'tasks') {
    const among = operation === 'withdraw' ? {} : which;
    return { act: operation, on: elementId ?? '', ...among, ...by, ...withBody(given) };
  }
  if (kind === 'cases' && operation === 'messages') {
    const { name, variables } = given;
    return { message: String(name), ...where, ...(variables === undefined ? {} : { variables }) } as Step;
  }
  if (kind === 'cases' && operation !== 'links') {
    const on = operation === 'retry' && elementId !== undefined ? { on: elementId } : {};
    return { act: operation, ...on, ...where, ...by, ...withBody(given) };
  }
  if (route === '/messages' || route === '/signals') {
    const { name, trial: _trial, ...rest } = given;
    return { [route === '/messages' ? 'message' : 'signal']: String(name), ...rest } as unknown as Step;
  }
  return null;
}

const withBody = (body: Readonly<Record<string, unknown>>) => (Object.keys(body).length === 0 ? {} : { with: body });
