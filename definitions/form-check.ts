import type { Ajv2020, ErrorObject, Options } from 'ajv/dist/2020.js';
import { isCivilDate } from '../domain/civil-date.ts';
import type { CivilDate } from '../domain/time.ts';

/** JSON Schema 2020-12; `x-ld-outcomes` says by the name of an outcome what it demands beyond the form, as a schema over the same answers. */
export type FormSchema = Readonly<Record<string, unknown>>;

/** What a check is told besides the answers: ajv hands it to keywords as `this`. */
interface Told {
  readonly today: CivilDate;
}

/** A day of the form against the day on which it is handed in; texts that are no days are the format's to refuse. */
const dayKeyword = (keyword: string, fits: (day: string, today: string) => boolean) => ({
  keyword,
  type: 'string' as const,
  metaSchema: { const: 'today' },
  validate(this: Told, _: unknown, day: string): boolean {
    const on = day.slice(0, 10);
    return !isCivilDate(on) || fits(on, this.today);
  },
});

/** Options of whoever makes checks: our own keywords, of which validation by itself knows none. */
export const formOptions: Options = {
  allErrors: true,
  multipleOfPrecision: 9,
  passContext: true,
  keywords: [
    'x-ld-labels',
    'x-ld-widget',
    'x-ld-outcomes',
    dayKeyword('x-ld-latest', (day, today) => day <= today),
    dayKeyword('x-ld-earliest', (day, today) => day >= today),
  ],
};

/** What is wrong with the answers on a form that is handed in on a day, with an outcome. */
export type FormCheck = (values: unknown, today: CivilDate, outcome?: string) => readonly ErrorObject[];

/** Throws for what is no JSON Schema. */
export function formCheckOf(ajv: Ajv2020, schema: FormSchema): FormCheck {
  const plain = ajv.compile(schema);
  const demanded = (schema['x-ld-outcomes'] ?? {}) as Readonly<Record<string, object>>;
  const demands = new Map(Object.entries(demanded).map(([outcome, demand]) => [outcome, ajv.compile(demand)]));
  return (values, today, outcome) => {
    const told: Told = { today };
    const checks = [plain, demands.get(outcome ?? '')];
    return checks.flatMap((check) =>
      check === undefined || check.call(told, values) ? [] : [...(check.errors ?? [])],
    );
  };
}
