import { z } from 'zod';
import type { Answers, Scenario, Step } from './scenario.ts';

const fields = z.record(z.string(), z.unknown());
const element = z.string().min(1);
const nth = z.int().min(1);
const code = z.string().regex(/^[A-Z][A-Z_]*$/, '应是拒绝码，如 STALE_TASK');

const answer = {
  outcome: z.string().optional(),
  variables: fields.optional(),
  comment: z.string().optional(),
};
const manner = {
  child: nth.optional(),
  nth: nth.optional(),
  as: z.string().min(1).optional(),
  refused: code.optional(),
};
const fires = z.record(element, z.array(z.string())).optional();

const expectation = z.strictObject({
  status: z.enum(['running', 'suspended', 'completed', 'cancelled', 'incident']).optional(),
  endState: z.string().optional(),
  open: z.array(element).optional(),
  variables: fields.optional(),
  tasks: z.record(element, fields).optional(),
  incidents: z.record(element, z.string()).optional(),
});

/** By the key that says what kind of step it is. */
const kinds = {
  say: z.strictObject({ say: z.string() }),
  do: z.strictObject({ do: element, ...manner, ...answer }),
  run: z.strictObject({ run: z.array(element).min(1), child: manner.child, as: manner.as }),
  each: z.strictObject({ each: element, times: nth, as: manner.as, ...answer }),
  act: z.strictObject({ act: z.string().min(1), on: element.optional(), with: fields.optional(), ...manner }),
  extend: z.strictObject({ extend: element, by: z.string(), ...manner }),
  forbidden: z.strictObject({ forbidden: element, to: z.string() }),
  hidden: z.strictObject({ hidden: z.string(), child: nth }),
  wait: z.strictObject({ wait: z.string(), fires }),
  until: z.strictObject({ until: z.string(), fires }),
  message: z.strictObject({
    message: z.string().min(1),
    variables: fields.optional(),
    correlation: fields.optional(),
    child: manner.child,
    refused: manner.refused,
  }),
  signal: z.strictObject({ signal: z.string().min(1), variables: fields.optional() }),
  open: z.strictObject({ open: z.array(element) }),
  expect: z.strictObject({ expect: expectation, child: manner.child, nth: manner.nth }),
  ended: z.strictObject({ ended: fields }),
} as const;

const stepKinds = Object.keys(kinds);

/** Judged by its kind alone, so that what is wrong with it is told and not that it is no other kind either. */
const step = z.unknown().transform((value, context): Step => {
  const kind = typeof value === 'object' && value !== null ? stepKinds.find((name) => name in value) : undefined;
  if (kind === undefined) {
    context.addIssue({ code: 'custom', message: `步骤应是其中之一：${stepKinds.join('、')}` });
    return z.NEVER;
  }
  const parsed = kinds[kind as keyof typeof kinds].safeParse(value);
  if (parsed.success) return parsed.data as Step;
  for (const { message, path } of parsed.error.issues) context.addIssue({ code: 'custom', message, path: [...path] });
  return z.NEVER;
});

export const answersSchema: z.ZodType<Answers> = z.record(element, z.strictObject(answer)) as z.ZodType<Answers>;

const service = z.strictObject({
  result: fields.optional(),
  error: z.string().min(1).optional(),
  failure: z.string().min(1).optional(),
});
const shared = {
  definition: z.string().min(1).optional(),
  answers: answersSchema.optional(),
  services: z.record(element, z.union([service, z.array(service).min(1)])).optional(),
  people: z
    .record(
      z.string().min(1),
      z.strictObject({
        name: z.string().optional(),
        agency: z.string().optional(),
        roles: z.array(z.string()).optional(),
      }),
    )
    .optional(),
};

const scenario = z.strictObject({
  title: z.string().min(1),
  variables: fields.optional(),
  startsOn: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, '应写作 2026-03-02')
    .optional(),
  startEvent: element.optional(),
  now: z.string().optional(),
  steps: z.array(step),
  ...shared,
});

/** A list of scenarios, or what they share and the list. */
export const scenarioFileSchema = z
  .union([
    z.array(scenario).transform((scenarios) => ({ scenarios })),
    z.strictObject({ ...shared, scenarios: z.array(scenario) }),
  ])
  .transform((file): ScenarioFile => file as ScenarioFile);

type Written = Omit<Scenario, 'definition' | 'variables' | 'answers' | 'by' | 'opener' | 'source'> & {
  readonly definition?: string;
  readonly variables?: Scenario['variables'];
  readonly answers?: Answers;
};

export interface ScenarioFile extends Pick<Written, 'definition' | 'answers' | 'services' | 'people'> {
  readonly scenarios: readonly Written[];
}
