import type { Defect } from '../../domain/errors.ts';
import { drawn } from '../layout/drawn.ts';
import { anchor } from './anchor.ts';
import { modelsOf, type CompileOptions } from './compile.ts';
import { convert } from './convert.ts';
import { readDocument } from './document.ts';
import { Report } from './report.ts';

export interface ImportedDocument {
  /** In our own terms and with a diagram, to go on drawing; null when it cannot be read at all. */
  readonly document: string | null;
  /** Of the first executable process. */
  readonly key: string | null;
  readonly name: string | null;
  readonly defects: readonly Defect[];
  readonly warnings: readonly Defect[];
  readonly imported: readonly Defect[];
}

/** A document of ours or of another engine as it can be drawn on, also while it has defects, with all that is to be told of it. */
export async function importDocument(xml: string | Uint8Array, options: CompileOptions): Promise<ImportedDocument> {
  const report = new Report();
  const text = readDocument(xml, report);
  const models = text === null ? null : await modelsOf(text, options, report);
  const { defects, warnings, taken: imported } = report;
  const told = { defects, warnings, imported };
  if (text === null || models === null) return { document: null, key: null, name: null, ...told };
  if (/<!--/.test(text)) report.warning('COMMENTS', '文件中的 XML 注释不会保留');
  const anchored = await anchor(text);
  const document = await drawn(imported.length > 0 ? await convert(anchored, models) : anchored);
  const [first] = models;
  return { document, key: first?.key ?? null, name: first?.name ?? null, ...told };
}
