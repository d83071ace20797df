import { parentPort } from 'node:worker_threads';
import { compile } from '../../../engine/compile/compile.ts';
import type { CompileOptions } from '../../../engine/compile/compile.ts';
import { readDocument } from '../../../engine/compile/document.ts';
import { importDocument } from '../../../engine/compile/import.ts';
import { parseDocument } from '../../../engine/compile/parse.ts';
import { Report } from '../../../engine/compile/report.ts';
import { compileDecisions, isDecisionDocument } from '../../../engine/decisions/compile.ts';
import { withDiagram } from '../../../engine/layout/diagram.ts';
import type {
  CompiledDocument,
  CompileReply,
  CompileRequest,
  DocumentJobs,
  JobName,
  KnownNames,
  LaidOut,
} from './compile.messages.ts';
import { playScenarios } from './play-scenarios.ts';
import { tryDecision } from './try-decision.ts';

parentPort?.on('message', (request: CompileRequest) => {
  void replyTo(request).then((reply) => parentPort?.postMessage(reply));
});

async function replyTo(request: CompileRequest): Promise<CompileReply> {
  const { id } = request;
  try {
    return { id, made: await done(request) };
  } catch (error) {
    return { id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function done(request: CompileRequest): Promise<DocumentJobs[JobName]['made']> {
  const { bytes } = request;
  switch (request.job) {
    case 'compile':
      return isDecisionDocument(bytes) ? decisions(bytes) : processes(bytes, request.known);
    case 'import':
      return importDocument(bytes, optionsOf(request.known));
    case 'layout':
      return laidOut(bytes);
    case 'decide':
      return tryDecision(bytes, request);
    case 'scenarios':
      return playScenarios(request);
  }
}

async function decisions(bytes: Uint8Array): Promise<CompiledDocument> {
  return { processes: [], imported: [], ...(await compileDecisions(bytes)) };
}

async function processes(bytes: Uint8Array, known: KnownNames): Promise<CompiledDocument> {
  return { ...(await compile(bytes, optionsOf(known))), decisions: [] };
}

async function laidOut(bytes: Uint8Array): Promise<LaidOut> {
  const report = new Report();
  const text = readDocument(bytes, report);
  const readable = text !== null && (await parseDocument(text, report)) !== null;
  return readable ? { document: await withDiagram(text), defects: [] } : { document: null, defects: report.defects };
}

const optionsOf = (known: KnownNames): CompileOptions => ({
  knownPeriods: new Set(known.periods),
  knownLadders: new Set(known.ladders),
  knownForms: new Set(known.forms),
  formFields: known.formFields,
  formVersions: known.formVersions,
  knownRoles: new Set(known.roles),
  knownAgencies: new Set(known.agencies),
  knownDefinitions: new Set(known.definitions),
  // Before the first worker has started nobody knows.
  ...(known.activities.length > 0 ? { knownActivities: new Set(known.activities) } : {}),
  knownDecisions: new Map(known.decisions.map((one) => [one.key, one])),
});
