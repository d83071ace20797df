import { ApplicationFailure } from '@temporalio/common';
import type { CaseActivities } from './activities.types.ts';
import { BusinessError } from './services/service.types.ts';
import type { Service } from './services/service.types.ts';

/** Services by the name that procedures give them in ld:activity. */
export type Services = Readonly<Record<string, Service>>;

/** May run twice: the service gets the effect's id to recognise the second by. */
export function createCallService(services: Services): CaseActivities['callService'] {
  return async ({ caseId, number, trial, at }, { id, activity, input }) => {
    const service = Object.hasOwn(services, activity) ? services[activity] : undefined;
    if (!service) {
      const known = Object.keys(services).join('、');
      throw ApplicationFailure.nonRetryable(`没有名为 ${activity} 的服务（现有：${known}）`, 'UNKNOWN_SERVICE');
    }
    try {
      return {
        done: true,
        result: await service({ id: `${caseId}:${id}`, caseId, caseNumber: number, trial, at, input }),
      };
    } catch (error) {
      if (error instanceof BusinessError) return { done: false, message: error.message, errorCode: error.code };
      throw error;
    }
  };
}
