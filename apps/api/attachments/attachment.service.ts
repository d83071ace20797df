import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { MultipartFile } from '@fastify/multipart';
import { mayReadCase } from '../../../domain/access.ts';
import { CaseError } from '../../../domain/errors.ts';
import { isoOf } from '../../../domain/instant.ts';
import type { Caller } from '../access/caller.ts';
import { ObjectQueries } from '../access/object.queries.ts';
import { Database } from '../database.ts';
import type { Attachment } from './attachment.schema.ts';
import { Converter } from './converter.ts';
import { FileStore } from './file.store.ts';
import type { StoredFile } from './file.store.ts';
import { viewKindOf } from './view-kind.ts';

type Row = Omit<Attachment, 'uploadedAt' | 'view' | 'viewable'> & { readonly uploadedAt: number };

const columns = `id, hash, size, name, type, case_id as "caseId", uploaded_by as "uploadedBy", uploaded_at as "uploadedAt"`;

interface Kept {
  readonly name: string;
  readonly type: string;
  readonly caseId: string | null;
  readonly caller: Caller;
}

/** Files go to the store, only the reference into the case. */
@Injectable()
export class AttachmentService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(ObjectQueries) private readonly objects: ObjectQueries,
    @Inject(Converter) private readonly converter: Converter,
  ) {}

  async store(file: MultipartFile, caseId: string | null, caller: Caller): Promise<Attachment> {
    if (caseId !== null) await this.refuseOutside(caseId, caller);
    return this.keep(await this.files.put(whole(file)), {
      name: file.filename,
      type: file.mimetype,
      caseId,
      caller,
    });
  }

  /** Makes a stored file an attachment. */
  async keep({ hash, size }: StoredFile, { name, type, caseId, caller }: Kept): Promise<Attachment> {
    const row = await this.database.row<Row>(
      `insert into attachment (id, hash, size, name, type, uploaded_by, case_id, uploaded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${columns}`,
      [randomUUID(), hash, size, safeName(name), type, caller.user, caseId, new Date()],
    );
    if (!row) throw new Error('the attachment was not inserted');
    return this.shown(row);
  }

  async one(id: string): Promise<Attachment> {
    const row = await this.database.row<Row>(`select ${columns} from attachment where id = $1`, [id]);
    if (!row) throw new CaseError('NOT_FOUND', '没有这个附件');
    return this.shown(row);
  }

  private shown({ uploadedAt, ...row }: Row): Attachment {
    return { ...row, uploadedAt: isoOf(uploadedAt), ...viewOf(row.name, this.converter.available) };
  }

  content(hash: string) {
    return this.files.read(hash);
  }

  async refuseOutside(caseId: string, caller: Caller): Promise<void> {
    const found = await this.objects.caseById(caseId, caller);
    if (!found || !mayReadCase(caller, found)) throw new CaseError('NOT_FOUND', '没有这个案件，或者您不在知悉范围内');
  }
}

/** A file that was cut off at the limit is refused, never kept in part. */
async function* whole({ file }: MultipartFile): AsyncGenerator<Buffer> {
  for await (const chunk of file) yield chunk as Buffer;
  if (file.truncated) throw new CaseError('TOO_LARGE', '附件超过上限');
}

const safeName = (name: string): string =>
  // Control characters and path separators never reach a header or a disk.
  name.replace(/[\p{Cc}/\\]/gu, '_').slice(0, 255) || '附件';

/** Whether it can be looked at here, by its name and by what this machine has. */
export function viewOf(name: string, converts: boolean): Pick<Attachment, 'view' | 'viewable'> {
  const view = viewKindOf(name);
  return { view, viewable: view !== 'none' && (view !== 'office' || converts) };
}
