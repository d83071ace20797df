import type { Sketch } from '../editor/sketch.ts';
import type { Binding, Subject } from './binding.ts';

/** Lists that a field chooses from. */
export type Named = 'roles' | 'agencies' | 'people' | 'forms' | 'periods' | 'ladders' | 'procedures' | 'decisions';

type Control =
  | { readonly kind: 'text' | 'area' | 'feel' | 'switch' }
  /** One of a closed list of values. */
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  /** One of a list that the server keeps, or an expression where that is allowed. */
  | { readonly kind: 'named'; readonly from: Named; readonly orFeel?: true }
  /** Free text with what the document knows already. */
  | { readonly kind: 'suggested'; readonly from: (sketch: Sketch) => readonly string[] };

export interface Field {
  /** Its key in the words, and for the tests. */
  readonly name: string;
  /** Where the compiler tells what is wrong with it. */
  readonly paths: readonly string[];
  readonly control: Control;
  readonly binding: Binding;
  readonly when?: (subject: Subject) => boolean;
}

export interface Group {
  readonly name: string;
  readonly fields: readonly Field[];
  readonly when?: (subject: Subject) => boolean;
  /** Something that is no row of fields: mappings, outcomes and their flows. */
  readonly part?: 'mappings' | 'branches' | 'variables';
}

interface Rule {
  readonly control?: Control;
  readonly paths?: readonly string[];
  readonly when?: (subject: Subject) => boolean;
}

export const field = (name: string, binding: Binding, rule: Rule = {}): Field => ({
  name,
  binding,
  paths: rule.paths ?? [`ld:${name}`],
  control: rule.control ?? { kind: 'text' },
  ...(rule.when ? { when: rule.when } : {}),
});
