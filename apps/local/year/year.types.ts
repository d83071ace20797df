import type { UnitOfYear } from './city/city.ts';
import type { Walker } from './walk.ts';

/** A simulated year under way. */
export interface Year extends Walker {
  readonly seed: string;
  readonly year: number;
  readonly city: readonly UnitOfYear[];
  readonly say: (line: string) => void;
}
