import { parentPort } from 'node:worker_threads';
import { compile } from '../../../engine/compile/compile.ts';
import { compileDecisions, isDecisionDocument } from '../../../engine/decisions/compile.ts';
import type { CompiledDocument, CompileReply, CompileRequest, KnownNames } from './compile.messages.ts';

parentPort?.on('message', (request: CompileRequest) => {
  void replyTo(request).then((reply) => parentPort?.postMessage(reply));
});

async function replyTo({ id, bytes, known }: CompileRequest): Promise<CompileReply> {
  try {
    const compiled = isDecisionDocument(bytes) ? await decisions(bytes) : await processes(bytes, known);
    return { id, compiled };
  } catch (error) {
    return { id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

async function decisions(bytes: Uint8Array): Promise<CompiledDocument> {
  return { processes: [], imported: [], ...(await compileDecisions(bytes)) };
}

async function processes(bytes: Uint8Array, known: KnownNames): Promise<CompiledDocument> {
  const compiled = await compile(bytes, {
    knownPeriods: new Set(known.periods),
    knownLadders: new Set(known.ladders),
    knownForms: new Set(known.forms),
    formFields: known.formFields,
    knownRoles: new Set(known.roles),
    knownAgencies: new Set(known.agencies),
    knownDefinitions: new Set(known.definitions),
    knownDecisions: new Map(known.decisions.map((one) => [one.key, one])),
  });
  return { ...compiled, decisions: [] };
}
