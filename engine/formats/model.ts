import type { ProcessModel } from '../model.ts';
import { upcast } from './upcast.ts';
import type { Upcaster } from './upcast.ts';

/** One for each change of ProcessModel that an older model must follow: published models stay as they were compiled. */
const upcasters: readonly Upcaster[] = [];

/** Format of the models that this release compiles. */
export const modelFormat: ProcessModel['format'] = 1;

/** A model that some release compiled, as this release knows models. Throws UnknownFormat for those of a later one. */
export const upcastModel = (stored: { readonly format: number }): ProcessModel =>
  upcast<ProcessModel>('the model', upcasters, stored);
