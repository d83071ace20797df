import { z } from 'zod';

export const playScenariosSchema = z.strictObject({
  /** BPMN XML, published or not. */
  document: z.string().min(1).max(2_000_000),
  /** Scenarios as docs/scenarios.md has them, in YAML. */
  files: z
    .array(z.strictObject({ name: z.string().min(1).max(200), text: z.string().max(500_000) }))
    .max(50)
    .default([]),
  /** Those that come with the product for this procedure, too. */
  release: z.boolean().default(false),
});
export type PlayScenarios = z.infer<typeof playScenariosSchema>;

const ids = z.array(z.string());
export const playedScenariosSchema = z
  .object({
    scenarios: z.array(
      z.object({
        title: z.string(),
        file: z.string(),
        steps: z.int(),
        /** What went otherwise; null when it went as it says. */
        surprise: z.string().nullable(),
      }),
    ),
    unreadable: z.array(z.object({ file: z.string(), line: z.int(), message: z.string() })),
    /** Elements reached and flows taken, of the document's first procedure. */
    covered: z.object({
      key: z.string(),
      flows: ids,
      elements: ids,
      missedFlows: ids,
      missedElements: ids,
    }),
  })
  .meta({ id: 'PlayedScenarios' });
export type PlayedScenarios = z.infer<typeof playedScenariosSchema>;
