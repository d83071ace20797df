import type { IncomingMessage } from 'node:http';

/** Bytes and milliseconds that a refused body is still listened to. */
const patience = { bytes: 64 * 1024 * 1024, milliseconds: 10_000 };

/**
 * Hears out a body that has been refused, then answers: a connection closed on a sender who is still at it would be a
 * broken pipe to them and no answer.
 */
export function afterBody(request: IncomingMessage, answer: () => void): void {
  if (request.complete) return answer();
  let rest = patience.bytes;
  const done = (): void => {
    clearTimeout(timer);
    for (const event of ['end', 'close', 'error']) request.off(event, done);
    request.off('data', count);
    answer();
  };
  const count = (chunk: Buffer): void => {
    rest -= chunk.length;
    if (rest < 0) done();
  };
  const timer = setTimeout(done, patience.milliseconds);
  for (const event of ['end', 'close', 'error']) request.once(event, done);
  request.on('data', count);
  request.resume();
}
