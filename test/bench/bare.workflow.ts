/** The least a durable step can cost: one Update, one empty local activity. The yardstick of the step's bench. */
import { condition, defineUpdate, proxyLocalActivities, setHandler } from '@temporalio/workflow';

const { nothing } = proxyLocalActivities<{ nothing(): Promise<void> }>({ startToCloseTimeout: '10s' });

export const stepUpdate = defineUpdate<number>('step');

export async function bare(): Promise<void> {
  let steps = 0;
  setHandler(stepUpdate, async () => {
    await nothing();
    return ++steps;
  });
  await condition(() => false);
}
