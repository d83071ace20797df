import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import zh from 'ajv-i18n/localize/zh/index.js';
import { RE2JS } from 're2js';
import { formCheckOf, formOptions } from '../../../definitions/form-check.ts';
import type { FormSchema } from '../../../definitions/form-check.ts';
import type { Defect } from '../../../domain/errors.ts';
import type { CivilDate } from '../../../domain/time.ts';

/** The package's types speak of a default export that CommonJS does not make. */
const inChinese = zh as unknown as (errors: ErrorObject[] | null | undefined) => void;

/** Patterns come from people who draw forms: matched in linear time, so that none can hold up the server. */
const linear = Object.assign(
  (pattern: string) => {
    const compiled = RE2JS.compile(pattern);
    // The name goes into the validator's scope: two patterns of one name would be one pattern.
    return { test: (text: string) => compiled.matcher(text).find(), toString: () => pattern };
  },
  { code: 'linear' },
);

const ajv = new Ajv2020({
  ...formOptions,
  addUsedSchema: false,
  code: { regExp: linear },
});
addFormats.default(ajv);

/** Judges answers by a schema, and by what their outcome demands. Throws for what is no JSON Schema. */
export function validatorOf(form: FormSchema) {
  const { $id: _, ...schema } = form;
  const check = formCheckOf(ajv, schema);
  return (values: unknown, today: CivilDate, outcome?: string): readonly Defect[] => {
    const errors = [...check(values, today, outcome)];
    inChinese(errors);
    return errors.map((error) => defectOf(error, today));
  };
}

const ownWords: Readonly<Record<string, (today: CivilDate) => string>> = {
  'x-ld-latest': (today) => `不能晚于今天（${today}）`,
  'x-ld-earliest': (today) => `不能早于今天（${today}）`,
};

function defectOf({ instancePath, keyword, params, message }: ErrorObject, today: CivilDate): Defect {
  const missing = keyword === 'required' ? `/${String(params['missingProperty'])}` : '';
  const path = `variables${`${instancePath}${missing}`.replaceAll('/', '.')}`;
  return { code: 'INVALID_FORM', message: ownWords[keyword]?.(today) ?? message ?? '不符合表单要求', path };
}
