import { log } from '@temporalio/workflow';

/**
 * What no command may be blamed for. A plain error fails the workflow task, which is repeated until someone has looked;
 * a failure would end the case.
 */
export function unsound(defect: unknown): Error {
  const message = `the case cannot go on: ${defect instanceof Error ? defect.message : String(defect)}`;
  // What leaves the worker is sealed; its own log says why.
  log.error(message);
  return new Error(message, { cause: defect });
}
