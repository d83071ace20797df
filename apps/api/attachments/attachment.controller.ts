import { Controller, Get, Inject, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CaseError } from '../../../domain/errors.ts';
import { Business, OnAttachment } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { idSchema } from '../json.schema.ts';
import { Answers } from '../problem/answers.ts';
import { attachmentSchema, uploadQuerySchema } from './attachment.schema.ts';
import type { Attachment, UploadQuery } from './attachment.schema.ts';
import { AttachmentService } from './attachment.service.ts';

@ApiTags('attachments')
@Controller('attachments')
export class AttachmentController {
  constructor(@Inject(AttachmentService) private readonly attachments: AttachmentService) {}

  @Post()
  @Business()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @Answers(201, attachmentSchema, { problems: [404, 413, 415, 422] })
  async upload(
    @Req() request: FastifyRequest,
    @Query({ schema: uploadQuerySchema }) { caseId }: UploadQuery,
    @TheCaller() caller: Caller,
  ): Promise<Attachment> {
    if (!request.isMultipart())
      throw new CaseError('UNSUPPORTED_MEDIA_TYPE', '请以 multipart/form-data 上传，文件字段名为 file');
    const file = await request.file();
    if (!file) throw new CaseError('NO_FILE', '没有收到文件');
    return this.attachments.store(file, caseId ?? null, caller);
  }

  @Get(':id')
  @OnAttachment()
  @Answers(200, attachmentSchema, { problems: [422] })
  one(@Param({ schema: idSchema }) { id }: { id: string }): Promise<Attachment> {
    return this.attachments.one(id);
  }

  @Get(':id/content')
  @OnAttachment()
  @Answers(200, attachmentSchema, {
    problems: [422],
    instead: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  async content(
    @Param({ schema: idSchema }) { id }: { id: string },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { hash, size, name } = await this.attachments.one(id);
    void reply.headers({
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'content-length': size,
      'cache-control': 'private, no-store',
    });
    return new StreamableFile(this.attachments.content(hash));
  }
}
