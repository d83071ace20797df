import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import type { Caller } from '../access/caller.ts';
import { AttachmentService } from '../attachments/attachment.service.ts';
import { PartStore } from '../attachments/part.store.ts';
import { UploadQueries } from './upload.queries.ts';
import type { UploadRow } from './upload.queries.ts';
import { fileLimit, pieceLimit } from './upload.schema.ts';
import type { BeginUpload, Upload } from './upload.schema.ts';

const megabyte = 1024 * 1024;
const promise = 2_048 * megabyte;
const week = 7 * 86_400_000;
const cleaning = 6 * 3_600_000;

/** Files that arrive in pieces: what is here stays when the line breaks, and the rest follows. */
@Injectable()
export class UploadService implements OnModuleInit, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(UploadQueries) private readonly uploads: UploadQueries,
    @Inject(PartStore) private readonly parts: PartStore,
    @Inject(AttachmentService) private readonly attachments: AttachmentService,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => {
      this.clean().catch((error: unknown) => new Logger('Uploads').warn(`not cleaned: ${String(error)}`));
    }, cleaning);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** The same file again goes on where it stopped. */
  async begin({ name, type, size, caseId }: BeginUpload, caller: Caller): Promise<Upload> {
    if (size > fileLimit)
      throw new CaseError('TOO_LARGE', `附件过大（${mb(size)} MB，上限 ${mb(fileLimit)} MB），请拆分`);
    if (caseId !== undefined) await this.attachments.refuseOutside(caseId, caller);
    const file = { name, type, size, caseId: caseId ?? null };
    const begun = await this.uploads.begun(caller.user, file);
    if (begun) return shown(begun);
    if ((await this.uploads.promised(caller.user)) + size > promise)
      throw new CaseError('TOO_MANY_UPLOADS', '您没有传完的附件太多，请先传完或取消一些');
    return shown(await this.uploads.begin(caller.user, { id: randomUUID(), ...file }, new Date()));
  }

  async one(id: string, caller: Caller): Promise<Upload> {
    return shown(await this.own(id, caller));
  }

  /** Takes a piece; the last one makes the file an attachment. Whatever arrives of a piece that breaks off is kept. */
  async take(id: string, offset: number, content: Readable, caller: Caller): Promise<Upload> {
    const row = await this.own(id, caller);
    if (offset !== row.offset)
      throw new CaseError('OFFSET_MISMATCH', `这里已有 ${row.offset} 字节，请从那里接着传`, { offset: row.offset });
    const most = Math.min(pieceLimit, row.size - offset);
    const { written, fault } = await this.parts.write(id, offset, content, most);
    const end = offset + written;
    if (written > 0 && !(await this.uploads.advance(id, offset, end, new Date())))
      throw new CaseError('OFFSET_MISMATCH', '同一个附件正在别处上传，请稍后再试');
    if (fault) throw fault;
    if (end < row.size) return { ...shown(row), offset: end };
    const attachment = await this.attachments.keep(await this.parts.store(id), { ...row, caller });
    await this.uploads.drop(id);
    await this.parts.forget(id);
    return { ...shown(row), offset: end, attachment };
  }

  async drop(id: string, caller: Caller): Promise<Upload> {
    const row = await this.own(id, caller);
    await this.uploads.drop(id);
    await this.parts.forget(id);
    return shown(row);
  }

  private async own(id: string, { user }: Caller): Promise<UploadRow> {
    const row = await this.uploads.one(id, user);
    if (!row) throw new CaseError('NOT_FOUND', '没有这个上传，或者它已经完成、取消或过期');
    return row;
  }

  private async clean(): Promise<void> {
    for (const id of await this.uploads.dropOlder(new Date(Date.now() - week))) await this.parts.forget(id);
  }
}

const mb = (bytes: number): number => Math.ceil(bytes / megabyte);

const shown = (row: UploadRow): Upload => ({ ...row, pieceLimit });
