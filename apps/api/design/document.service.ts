import { Inject, Injectable } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import { hasDiagram } from '../../../engine/layout/drawn.ts';
import { isDecisionDocument } from '../../../engine/decisions/compile.ts';
import { DefinitionQueries } from '../definitions/definition.queries.ts';
import { Compiler } from '../definitions/compiler.ts';
import { DocumentCheck } from '../definitions/document-check.ts';
import type * as schema from './document.schema.ts';

/** Documents that are being drawn: nothing of them is published. */
@Injectable()
export class DocumentService {
  constructor(
    @Inject(Compiler) private readonly compiler: Compiler,
    @Inject(DocumentCheck) private readonly documents: DocumentCheck,
    @Inject(DefinitionQueries) private readonly definitions: DefinitionQueries,
  ) {}

  async check(bytes: Buffer): Promise<schema.CheckedDocument> {
    const { defects, warnings } = await this.documents.compiled(bytes);
    return { defects: [...defects], warnings: [...warnings] };
  }

  async opened(bytes: Buffer): Promise<schema.OpenedDocument> {
    if (isDecisionDocument(bytes)) return this.decision(bytes);
    const { defects, warnings, imported, ...read } = await this.compiler.done('import', bytes, {
      known: await this.documents.known(),
    });
    return { kind: 'process', ...read, defects: [...defects], warnings: [...warnings], imported: [...imported] };
  }

  /** A published version, to be drawn on. */
  async version(key: string, version: number): Promise<schema.OpenedDocument> {
    const row = await this.definitions.document(key, version);
    if (!row) throw new CaseError('NOT_FOUND', `没有“${key}”第 ${version} 版`);
    return this.opened(row.document);
  }

  async laidOut(bytes: Buffer): Promise<schema.LaidOutDocument> {
    const { document, defects } = await this.compiler.done('layout', bytes, {});
    if (document === null) throw new CaseError('INVALID_DEFINITION', '文件无法读取，不能排版', { defects });
    return { document };
  }

  /** What a decision that is being drawn comes to now. */
  async decided({ document, key, values }: schema.TryDecision): Promise<schema.TriedDecision> {
    const made = await this.compiler.done('decide', Buffer.from(document), { key, values, now: Date.now() });
    return { ...made, hits: made.hits?.map((hit) => ({ ...hit })) ?? null, defects: [...made.defects] };
  }

  /** A published procedure as it can be shown: laid out where it brings no diagram of its own. */
  async picture(key: string, version: number | null): Promise<schema.PublishedPicture> {
    const row = await this.definitions.document(key, version);
    if (!row || isDecisionDocument(row.document))
      throw new CaseError('NOT_FOUND', `没有名为“${key}”的流程，或没有这个版本`);
    const text = row.document.toString('utf8');
    return { bpmn: hasDiagram(text) ? text : (await this.laidOut(row.document)).document };
  }

  private async decision(bytes: Buffer): Promise<schema.OpenedDocument> {
    const { decisions, defects, warnings } = await this.documents.compiled(bytes);
    const [first] = decisions;
    return {
      kind: 'decision',
      document: bytes.toString('utf8'),
      key: first?.key ?? null,
      name: first?.name ?? null,
      defects: [...defects],
      warnings: [...warnings],
      imported: [],
    };
  }
}
