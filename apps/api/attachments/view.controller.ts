import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Controller, Get, Inject, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CaseError } from '../../../domain/errors.ts';
import { OnAttachment } from '../access/access.ts';
import { idSchema } from '../json.schema.ts';
import { Answers } from '../problem/answers.ts';
import { attachmentSchema } from './attachment.schema.ts';
import { AttachmentService } from './attachment.service.ts';
import { Converter } from './converter.ts';
import { FileStore } from './file.store.ts';
import { viewKindOf, viewTypeOf } from './view-kind.ts';

/** Of a long text the beginning is shown. */
const longest = 1024 * 1024;

const binary = { schema: { type: 'string', format: 'binary' } };

/** A file as it is looked at in the page: PDF, pictures, text; documents as PDF where LibreOffice is there. */
@ApiTags('attachments')
@Controller('attachments')
export class AttachmentViewController {
  constructor(
    @Inject(AttachmentService) private readonly attachments: AttachmentService,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(Converter) private readonly converter: Converter,
  ) {}

  @Get(':id/view')
  @OnAttachment()
  @Answers(200, attachmentSchema, {
    problems: [422, 501],
    instead: { 'application/pdf': binary, 'image/*': binary, 'text/plain': { schema: { type: 'string' } } },
  })
  async view(
    @Param({ schema: idSchema }) { id }: { id: string },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { hash, name } = await this.attachments.one(id);
    const kind = viewKindOf(name);
    if (kind === 'none') throw new CaseError('NOT_VIEWABLE', '这种文件不能在线查看，请下载');
    void reply.headers({
      'content-type': viewTypeOf(name),
      'content-disposition': 'inline',
      // Whatever a file holds, it runs nothing and fetches nothing.
      'content-security-policy': `sandbox; default-src 'none'; style-src 'unsafe-inline'`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    const path = this.files.pathOf(hash);
    if (kind === 'text') return new StreamableFile(Buffer.from(await beginningOf(path)));
    if (kind === 'office')
      return new StreamableFile(createReadStream(await this.converter.pdfOf({ path, hash, name })));
    return new StreamableFile(createReadStream(path));
  }
}

/** Text as UTF-8; what is none is read as GB 18030, as older programs write it. */
async function beginningOf(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(longest), 0, longest, 0);
    const bytes = buffer.subarray(0, bytesRead);
    const cut = bytesRead === longest;
    return decoded(bytes, 'utf-8', cut) ?? decoded(bytes, 'gb18030', cut) ?? '';
  } finally {
    await file.close();
  }
}

function decoded(bytes: Buffer, encoding: string, cut: boolean): string | null {
  try {
    // A text that was cut may end within a character: that alone is no fault.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: cut });
  } catch (error) {
    if (encoding === 'utf-8' && error instanceof TypeError) return null;
    return new TextDecoder(encoding).decode(bytes);
  }
}
