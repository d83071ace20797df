import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceFile } from '../../../scenarios/engine-definitions.ts';

export interface Chosen {
  /** BPMN and DMN documents besides those of this release. */
  readonly documents: readonly SourceFile[];
  /** YAML files with scenarios. */
  readonly scenarios: readonly string[];
}

/** `tour` is told on the server first; what stands in `lists` needs a list, which no trial has. */
const shipped = ['', 'tour/', 'lists/'].map((folder) =>
  fileURLToPath(new URL(`../../../definitions/scenarios/${folder}`, import.meta.url)),
);

/** What is to be played: files and folders; a definition brings the scenarios beside it and a scenario the definition. Nothing: all of this release. */
export function chosenFiles(given: readonly string[]): Chosen {
  const files = (given.length === 0 ? shipped : given).flatMap(filesOf);
  const all = new Set(files.flatMap((file) => [relative('.', file), ...besides(file)]));
  const of = (...kinds: string[]) => [...all].filter((file) => kinds.includes(extname(file)));
  return {
    documents: of('.bpmn', '.dmn').map((file) => ({ file, bytes: readFileSync(file) })),
    scenarios: of('.yaml', '.yml').filter((file) => !basename(file).startsWith('answers')),
  };
}

function filesOf(path: string): readonly string[] {
  if (!existsSync(path)) throw new Error(`没有 ${path}`);
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((file) => /\.(bpmn|dmn|ya?ml)$/.test(file))
    .toSorted()
    .map((file) => join(path, file));
}

/** `orders.yaml` and `orders.bpmn` belong together, side by side or in folders `scenarios` and `processes`. */
function besides(file: string): readonly string[] {
  const folder = dirname(resolve(file));
  const stem = basename(file, extname(file));
  const places = [folder, join(folder, '../scenarios'), join(folder, '../processes')];
  const names = ['.bpmn', '.dmn', '.yaml', '.yml'].map((kind) => `${stem}${kind}`);
  return places
    .flatMap((place) => names.map((name) => relative('.', join(place, name))))
    .filter((path) => existsSync(path));
}
