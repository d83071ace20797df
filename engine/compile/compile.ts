import type { Defect } from '../../domain/errors.ts';
import type { ProcessModel } from '../model.ts';
import type { CompileOptions } from './compilation.ts';
import { readDocument } from './document.ts';
import { childrenOf, idOf, type Moddle } from './moddle.ts';
import { parseDocument } from './parse.ts';
import { processOf } from './process.ts';
import { Report } from './report.ts';
import { checkSize } from './size.ts';

export type { CompileOptions } from './compilation.ts';

export interface Compiled {
  /** Every executable process of the document, in document order; empty when there are defects. */
  readonly processes: readonly ProcessModel[];
  readonly defects: readonly Defect[];
  readonly warnings: readonly Defect[];
  /** What was read of other engines, `IMPORTED`, with its equal here. */
  readonly imported: readonly Defect[];
}

/** BPMN XML → process models. Never throws for what a document may hold; everything wrong is told at once. */
export async function compile(xml: string | Uint8Array, options: CompileOptions = {}): Promise<Compiled> {
  const report = new Report();
  const text = readDocument(xml, report);
  const processes = text === null ? null : await modelsOf(text, options, report);
  return answer(processes ?? [], report);
}

/** What the document would be if its defects, which are reported, did not matter; null when it cannot be read at all. */
export async function modelsOf(
  text: string,
  options: CompileOptions,
  report: Report,
): Promise<readonly ProcessModel[] | null> {
  const parsed = await parseDocument(text, report);
  if (!parsed) return null;
  const chosen = executable(parsed.processes, report);
  const known = options.knownDefinitions && new Set([...options.knownDefinitions, ...chosen.map(idOf)]);
  const all = { ...options, ...(known ? { knownDefinitions: known } : {}) };
  const processes = chosen.map((one) => processOf(one, parsed, all, report));
  for (const process of processes) await checkSize(process, report);
  return processes;
}

const answer = (processes: readonly ProcessModel[], { defects, warnings, taken }: Report): Compiled => ({
  processes: defects.length > 0 ? [] : processes,
  defects,
  warnings,
  imported: taken,
});

/** Not marked is executable, unless it is an empty pool beside others; a document in which every process is marked as not executable cannot be published. */
function executable(all: readonly Moddle[], report: Report): readonly Moddle[] {
  const isPicture = (one: Moddle) => one['isExecutable'] === undefined && childrenOf(one, 'flowElements').length === 0;
  const pictures = all.some((one) => !isPicture(one)) ? all.filter(isPicture) : [];
  const chosen = all.filter((one) => one['isExecutable'] !== false && !pictures.includes(one));
  if (all.length === 0) report.defect('NO_PROCESS', '文件中没有流程（process）');
  else if (chosen.length === 0) {
    report.defect('NOT_EXECUTABLE', '所有流程都标为 isExecutable="false"，没有可以执行的流程', idOf(all[0] as Moddle));
  }
  for (const one of chosen) checkKey(one, report);
  return chosen;
}

/** A key is a Temporal workflow type and a property name. */
function checkKey(process: Moddle, report: Report): void {
  const key = idOf(process);
  if (/^[A-Za-z_][\w.-]{0,63}$/.test(key) && !(key in Object.prototype)) return;
  report.defect(
    'BAD_KEY',
    `流程 id “${key}” 不能用作程序代码：以字母或 _ 开头，只含字母、数字、_ . -，最多 64 个字符`,
    key,
  );
}
