import { addressOf } from './call.ts';
import { Problem, problemOf } from './problem.ts';
import { sessionLost } from './session.ts';

/** Sends one file as a form does; throws Problem. */
export async function sendForm<Answer>(
  path: string,
  file: File,
  query: Readonly<Record<string, string | boolean>> = {},
): Promise<Answer> {
  const body = new FormData();
  body.append('file', file);
  const response = await fetch(addressOf(path, query), { method: 'POST', body }).catch(() => {
    throw new Problem(0, { code: 'UNREACHABLE', detail: '' });
  });
  if (response.ok) return (await response.json()) as Answer;
  const problem = await problemOf(response);
  if (problem.status === 401) sessionLost.tell();
  throw problem;
}
