import type { Defect } from '../../../domain/errors.ts';
import type { CivilDate } from '../../../domain/time.ts';
import type { Variables } from '../../../engine/command.ts';
import type { FormSchema } from '../../../definitions/form-check.ts';
import { validatorOf } from './form.validation.ts';

export type { FormSchema };

interface Field {
  readonly title?: string;
  readonly readOnly?: boolean;
  readonly type?: string;
  readonly items?: { readonly type?: string };
}

/** One version of a form: what it asks for, and whether answers fit. */
export class Form {
  private made: ReturnType<typeof validatorOf> | undefined;
  private readonly properties: Readonly<Record<string, Field>>;

  constructor(
    readonly key: string,
    readonly version: number,
    readonly schema: FormSchema,
  ) {
    const { properties } = schema;
    this.properties = typeof properties === 'object' && properties !== null ? (properties as Form['properties']) : {};
  }

  /** Made when it is first asked for; throws for what is no JSON Schema. */
  validator(): ReturnType<typeof validatorOf> {
    this.made ??= validatorOf(this.schema);
    return this.made;
  }

  get title(): string {
    return typeof this.schema['title'] === 'string' ? this.schema['title'] : this.key;
  }

  /** Names of the variables that the form asks for. */
  get fields(): readonly string[] {
    return Object.keys(this.properties);
  }

  /** Of these the ones that are worked on again or only shown: lists and groups. A single answer is given anew, whoever gave one before. */
  get again(): readonly string[] {
    return Object.entries(this.properties)
      .filter(([, { type, items, readOnly }]) => readOnly === true || type === 'object' || items?.type === 'object')
      .map(([name]) => name);
  }

  /** The fields with their names for people. */
  get outline(): { name: string; title: string }[] {
    return Object.entries(this.properties).map(([name, { title }]) => ({ name, title: title ?? name }));
  }

  /** What is wrong with the answers handed in on a day with an outcome, each with the field's path, in Chinese; what is only shown cannot be handed in. */
  defectsOf(values: Variables, today: CivilDate, outcome?: string): readonly Defect[] {
    const shown = Object.entries(this.properties)
      .filter(([name, { readOnly }]) => readOnly === true && Object.hasOwn(values, name))
      .map(([name]) => ({ code: 'INVALID_FORM', message: '此项只供查看，不能填写', path: `variables.${name}` }));
    return [...shown, ...this.validator()(values, today, outcome)];
  }
}
