import type { Attachment } from '../../../api/attachments/attachment.schema.ts';
import type { Upload } from '../../../api/uploads/upload.schema.ts';
import { addressOf, call } from '../server/call.ts';
import { Problem, problemOf } from '../server/problem.ts';
import { sessionLost } from '../server/session.ts';

/** Small enough that a bad line gets one through, large enough that a good one is not held up. */
const piece = 2 * 1024 * 1024;
const longestPause = 30_000;

interface Sending {
  readonly file: File;
  readonly caseId: string | undefined;
  readonly signal: AbortSignal;
  readonly onProgress: (bytes: number) => void;
  /** The line is broken or the server away: it goes on by itself. */
  readonly onWaiting: (waiting: boolean) => void;
}

/** Sends a file in pieces and goes on where it stopped, whatever goes wrong on the way; answers the attachment. */
export async function sendFile(sending: Sending): Promise<Attachment> {
  const { file, caseId, signal, onProgress, onWaiting } = sending;
  const body = { name: file.name, type: file.type || 'application/octet-stream', size: file.size, caseId };
  for (let failures = 0; ; failures += 1) {
    try {
      let upload = await call<Upload>('/uploads', { method: 'POST', body, signal });
      onWaiting(false);
      while (!upload.attachment) {
        onProgress(upload.offset);
        upload = await sendPiece(upload, sending);
        failures = 0;
      }
      return upload.attachment;
    } catch (error) {
      if (signal.aborted || !(error instanceof Problem) || !passes(error)) throw error;
      onWaiting(true);
      await pause(Math.min(1_000 * 2 ** failures, longestPause), signal);
    }
  }
}

/** What goes by itself: no line, a server away or busy, a session that somebody renews, a piece that came twice. */
const passes = ({ status, code }: Problem): boolean =>
  status === 0 ||
  status === 503 ||
  status === 429 ||
  status === 502 ||
  status === 504 ||
  status === 401 ||
  code === 'OFFSET_MISMATCH';

function sendPiece({ id, offset }: Upload, { file, signal, onProgress }: Sending): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', addressOf(`/uploads/${encodeURIComponent(id)}`, { offset }));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('idempotency-key', `${id}-${offset}`);
    request.responseType = 'text';
    request.upload.addEventListener('progress', ({ loaded }) => onProgress(offset + loaded));
    request.addEventListener('error', () => reject(new Problem(0, { code: 'UNREACHABLE', detail: '' })));
    request.addEventListener('abort', () => reject(new DOMException('paused', 'AbortError')));
    request.addEventListener('load', () => {
      if (request.status === 200) return resolve(JSON.parse(request.responseText) as Upload);
      const type = request.getResponseHeader('content-type') ?? '';
      const response = new Response(request.responseText, {
        status: request.status,
        headers: { 'content-type': type },
      });
      problemOf(response).then((problem) => {
        if (problem.status === 401) sessionLost.tell();
        reject(problem);
      }, reject);
    });
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file.slice(offset, offset + piece));
  });
}

/** Ends early when the line is back, and when it is paused. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(done, milliseconds);
    function done() {
      clearTimeout(timer);
      removeEventListener('online', done);
      signal.removeEventListener('abort', stop);
      resolve();
    }
    function stop() {
      done();
      reject(new DOMException('paused', 'AbortError'));
    }
    addEventListener('online', done);
    signal.addEventListener('abort', stop);
  });
}
