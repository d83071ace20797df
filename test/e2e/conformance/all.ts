import { activities } from './activity.cases.ts';
import { boundaryEvents } from './boundary.cases.ts';
import type { Tries } from './cases.ts';
import { combinations } from './combination.cases.ts';
import { deadlines } from './deadline.cases.ts';
import { flow } from './flow.cases.ts';
import { imports } from './import.cases.ts';
import { manners } from './manners.cases.ts';
import { matrix } from './matrix.cases.ts';
import { operations } from './operation.cases.ts';
import { callsOfOthers } from './others-calls.cases.ts';
import { compensationOfOthers } from './others-compensation.cases.ts';
import { dataOfOthers } from './others-data.cases.ts';
import { moreEventsOfOthers } from './others-errors.cases.ts';
import { eventsOfOthers } from './others-events.cases.ts';
import { writingOfOthers } from './others-writing.cases.ts';
import { probes } from './probe.cases.ts';
import { scopes } from './scope.cases.ts';

/** Every definition that is tried, over HTTP and in the engine alone. */
export const all: readonly Tries[] = [
  boundaryEvents,
  flow,
  scopes,
  activities,
  deadlines,
  operations,
  manners,
  imports,
  combinations,
  matrix,
  probes,
  eventsOfOthers,
  moreEventsOfOthers,
  compensationOfOthers,
  dataOfOthers,
  callsOfOthers,
  writingOfOthers,
];
