/** All workflows of a worker. Without a type of its own a run is a case, of whatever procedure. */
export { default } from './case.workflow.ts';
export { $openDuties } from './duties.workflow.ts';
export { $openRecurring } from './recurring.workflow.ts';
