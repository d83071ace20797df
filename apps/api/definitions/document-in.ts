import { CaseError } from '../../../domain/errors.ts';

/** The uploaded bytes; anything but XML has been read as something else. */
export function documentIn(body: unknown): Buffer {
  if (Buffer.isBuffer(body)) return body;
  throw new CaseError('UNSUPPORTED_MEDIA_TYPE', '请以 Content-Type: application/xml 提交 BPMN 或 DMN 文件');
}
