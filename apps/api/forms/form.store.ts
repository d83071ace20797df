import { readdirSync, readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import zh from 'ajv-i18n/localize/zh/index.js';
import type { Defect } from '../../../domain/errors.ts';
import type { Variables } from '../../../engine/command.ts';

/** The package's types speak of a default export that CommonJS does not make. */
const inChinese = zh as unknown as (errors: ErrorObject[] | null | undefined) => void;

/** What forms say to whoever draws them; validation does not look at it. */
const displayHints = ['x-ld-labels', 'x-ld-widget'];

const folder = new URL('../../../definitions/forms/', import.meta.url);

/** The forms of definitions/forms: JSON Schema 2020-12, a file a form; a broken one stops the start. */
@Injectable()
export class FormStore {
  private readonly schemas = new Map<string, Readonly<Record<string, unknown>>>();
  private readonly validators = new Map<string, ValidateFunction>();

  constructor() {
    const ajv = new Ajv2020({
      allErrors: true,
      multipleOfPrecision: 9,
      keywords: displayHints,
    });
    addFormats.default(ajv);
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
      const key = name.slice(0, -'.json'.length);
      const schema = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Readonly<Record<string, unknown>>;
      this.schemas.set(key, schema);
      this.validators.set(key, ajv.compile(schema));
    }
  }

  keys(): readonly string[] {
    return [...this.schemas.keys()];
  }

  schemaOf(key: string): Readonly<Record<string, unknown>> | undefined {
    return this.schemas.get(key);
  }

  /** Names of the variables that the form asks for. */
  fieldsOf(key: string): readonly string[] {
    const { properties } = this.schemas.get(key) ?? {};
    return typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
  }

  /** The form's name and its fields', for whoever chooses one. */
  outlineOf(key: string): { name: string; fields: { name: string; title: string }[] } {
    const { title, properties } = (this.schemas.get(key) ?? {}) as {
      readonly title?: string;
      readonly properties?: Readonly<Record<string, { readonly title?: string }>>;
    };
    const fields = Object.entries(properties ?? {}).map(([name, field]) => ({ name, title: field.title ?? name }));
    return { name: title ?? key, fields };
  }

  /** What is wrong with the values of a form, each with the field's path, in Chinese. */
  defectsOf(key: string, values: Variables): readonly Defect[] {
    const validate = this.validators.get(key);
    if (!validate) return [{ code: 'UNKNOWN_FORM', message: `没有名为“${key}”的表单`, path: 'form' }];
    const shown = this.readOnlyIn(key, values);
    if (validate(values)) return shown;
    inChinese(validate.errors);
    return [...shown, ...(validate.errors ?? []).map(defectOf)];
  }

  /** What a form shows and does not ask cannot be handed in. */
  private readOnlyIn(key: string, values: Variables): readonly Defect[] {
    const { properties } = this.schemas.get(key) ?? {};
    const fields = Object.entries((properties ?? {}) as Readonly<Record<string, { readonly readOnly?: boolean }>>);
    return fields
      .filter(([name, { readOnly }]) => readOnly === true && Object.hasOwn(values, name))
      .map(([name]) => ({ code: 'INVALID_FORM', message: '此项只供查看，不能填写', path: `variables.${name}` }));
  }
}

function defectOf({ instancePath, keyword, params, message }: ErrorObject): Defect {
  const missing = keyword === 'required' ? `/${String(params['missingProperty'])}` : '';
  const path = `variables${`${instancePath}${missing}`.replaceAll('/', '.')}`;
  return { code: 'INVALID_FORM', message: message ?? '不符合表单要求', path };
}
