import type { ComponentType } from 'react';
import type { FieldSchema, Values } from './form-schema.ts';

/** What is wrong, by path: `findings.0.title`. */
export type Faults = ReadonlyMap<string, string>;

export interface FieldsProps {
  readonly schema: FieldSchema;
  readonly values: Values;
  readonly path: string;
  readonly faults: Faults;
  readonly caseId: string | null;
  readonly onChange: (values: Values) => void;
}

export interface FieldProps {
  readonly path: string;
  readonly field: FieldSchema;
  readonly required: boolean;
  readonly value: unknown;
  readonly faults: Faults;
  readonly caseId: string | null;
  /** Draws the fields of a group or of one item of a list. */
  readonly Fields: ComponentType<FieldsProps>;
  readonly onChange: (value: unknown) => void;
}

export const fieldId = (path: string): string => `field-${path}`;
const faultId = (path: string): string => `${fieldId(path)}-fault`;

/** What ties a control to its fault. */
export const faultProps = ({ path, faults }: Pick<FieldProps, 'path' | 'faults'>) =>
  faults.has(path) ? { 'aria-invalid': true as const, 'aria-describedby': faultId(path) } : {};
