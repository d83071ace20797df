import { DefaultFailureConverter } from '@temporalio/common';

/** Messages and stacks of failures are sealed like every payload. Loaded by path, also inside the workflow bundle. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
