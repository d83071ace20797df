import type { Attachment } from '../../../api/attachments/attachment.schema.ts';
import { addressOf } from './call.ts';
import { Problem } from './problem.ts';
import { sessionLost } from './session.ts';

/** Sends a file and tells how far it is, in percent; answers its id. (fetch cannot tell progress.) */
export function uploadFile(file: File, caseId: string | null, onProgress: (percent: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', addressOf('/attachments', caseId === null ? {} : { caseId }));
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(Math.floor((loaded / total) * 100)));
    request.addEventListener('error', () => reject(new Problem(0, { code: 'UNREACHABLE', detail: '' })));
    request.addEventListener('load', () => {
      if (request.status === 201) return resolve((request.response as Attachment).id);
      if (request.status === 401) sessionLost.tell();
      reject(new Problem(request.status, request.response as { code: string; detail: string }));
    });
    const body = new FormData();
    body.append('file', file);
    request.send(body);
  });
}
