import { CaseError } from '../../../domain/errors.ts';
import { inUtf8 } from './document-encoding.ts';

/** The uploaded document in UTF-8; anything but XML has been read as something else. */
export function documentIn(body: unknown): Buffer {
  if (Buffer.isBuffer(body)) return inUtf8(body);
  throw new CaseError('UNSUPPORTED_MEDIA_TYPE', '请以 Content-Type: application/xml 提交 BPMN 或 DMN 文件');
}
