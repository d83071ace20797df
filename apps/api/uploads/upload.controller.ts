import { Body, Controller, Delete, Get, Inject, Module, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { CaseError } from '../../../domain/errors.ts';
import { Business } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { AttachmentsModule } from '../attachments/attachments.module.ts';
import { idSchema } from '../json.schema.ts';
import { Answers } from '../problem/answers.ts';
import { beginUploadSchema, pieceQuerySchema, uploadSchema } from './upload.schema.ts';
import type { BeginUpload, PieceQuery, Upload } from './upload.schema.ts';
import { UploadQueries } from './upload.queries.ts';
import { UploadService } from './upload.service.ts';

/** An attachment in pieces: begin, send the bytes from the offset that is told, and go on after whatever went wrong. */
@ApiTags('attachments')
@Controller('uploads')
class UploadController {
  constructor(@Inject(UploadService) private readonly uploads: UploadService) {}

  @Post()
  @Business()
  @Answers(201, uploadSchema, { problems: [404, 413, 422] })
  begin(@Body({ schema: beginUploadSchema }) body: BeginUpload, @TheCaller() caller: Caller): Promise<Upload> {
    return this.uploads.begin(body, caller);
  }

  @Get(':id')
  @Business()
  @Answers(200, uploadSchema, { problems: [404, 422] })
  one(@Param({ schema: idSchema }) { id }: { id: string }, @TheCaller() caller: Caller): Promise<Upload> {
    return this.uploads.one(id, caller);
  }

  @Put(':id')
  @Business()
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Answers(200, uploadSchema, { problems: [404, 409, 413, 415, 422] })
  take(
    @Param({ schema: idSchema }) { id }: { id: string },
    @Query({ schema: pieceQuerySchema }) { offset }: PieceQuery,
    @Req() { body }: FastifyRequest,
    @TheCaller() caller: Caller,
  ): Promise<Upload> {
    if (!(body instanceof Readable))
      throw new CaseError('UNSUPPORTED_MEDIA_TYPE', '请以 application/octet-stream 上传');
    return this.uploads.take(id, offset, body, caller);
  }

  @Delete(':id')
  @Business()
  @Answers(200, uploadSchema, { problems: [404, 422] })
  drop(@Param({ schema: idSchema }) { id }: { id: string }, @TheCaller() caller: Caller): Promise<Upload> {
    return this.uploads.drop(id, caller);
  }
}

@Module({ imports: [AttachmentsModule], controllers: [UploadController], providers: [UploadQueries, UploadService] })
export class UploadsModule {}
