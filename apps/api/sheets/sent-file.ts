import type { FastifyRequest } from 'fastify';
import { CaseError } from '../../../domain/errors.ts';

const megabyte = 1024 * 1024;
/** What somebody fills in by hand is smaller by far. */
const limit = 20 * megabyte;

/** The one file of a multipart request, whole; throws UNSUPPORTED_MEDIA_TYPE, NO_FILE, TOO_LARGE. */
export async function sentFile(request: FastifyRequest): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  if (!request.isMultipart())
    throw new CaseError('UNSUPPORTED_MEDIA_TYPE', '请以 multipart/form-data 上传，文件字段名为 file');
  const file = await request.file({ limits: { fileSize: limit, files: 1 } });
  if (!file) throw new CaseError('NO_FILE', '没有收到文件');
  return { name: file.filename.replaceAll(/[\p{Cc}/\\]/gu, '_').slice(0, 255), bytes: await file.toBuffer() };
}
