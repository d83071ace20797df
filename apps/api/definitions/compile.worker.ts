import { parentPort } from 'node:worker_threads';
import { compile } from '../../../engine/compile/compile.ts';
import type { CompileReply, CompileRequest } from './compile.messages.ts';

parentPort?.on('message', (request: CompileRequest) => {
  void replyTo(request).then((reply) => parentPort?.postMessage(reply));
});

async function replyTo({ id, bytes, known }: CompileRequest): Promise<CompileReply> {
  try {
    const compiled = await compile(bytes, {
      knownPeriods: new Set(known.periods),
      knownLadders: new Set(known.ladders),
      knownForms: new Set(known.forms),
      knownRoles: new Set(known.roles),
      knownAgencies: new Set(known.agencies),
      knownDefinitions: new Set(known.definitions),
    });
    return { id, compiled };
  } catch (error) {
    return { id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
