import type { Ajv2020, ErrorObject } from 'ajv/dist/2020.js';

/** JSON Schema 2020-12; `x-ld-outcomes` says by the name of an outcome what it demands beyond the form, as a schema over the same answers. */
export type FormSchema = Readonly<Record<string, unknown>>;

/** Keywords that validation by itself does not look at. */
export const formKeywords = ['x-ld-labels', 'x-ld-widget', 'x-ld-outcomes'];

/** What is wrong with the answers on a form that is handed in with an outcome. */
export type FormCheck = (values: unknown, outcome?: string) => readonly ErrorObject[];

/** Throws for what is no JSON Schema. */
export function formCheckOf(ajv: Ajv2020, schema: FormSchema): FormCheck {
  const plain = ajv.compile(schema);
  const demanded = (schema['x-ld-outcomes'] ?? {}) as Readonly<Record<string, object>>;
  const demands = new Map(Object.entries(demanded).map(([outcome, demand]) => [outcome, ajv.compile(demand)]));
  return (values, outcome) => {
    const checks = [plain, demands.get(outcome ?? '')];
    return checks.flatMap((check) => (check === undefined || check(values) ? [] : (check.errors ?? [])));
  };
}
