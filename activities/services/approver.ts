import type { Queryable } from '../../database/queryable.ts';
import { maybeTextIn } from './input.ts';
import type { ServiceCall } from './service.types.ts';

/** Who stands for what is done: whoever last did the step of the case that `approval` names, else whom the procedure names itself. */
export async function approverOf(db: Queryable, call: ServiceCall, name: 'approvedBy' | 'by'): Promise<string | null> {
  const step = maybeTextIn(call, 'approval');
  if (step === null) return maybeTextIn(call, name);
  const [done] = await db.query<{ by: string | null }[]>(
    `select ended_by as by from task_view where case_id = $1 and element_id = $2 and status = 'completed'
     order by ended_at desc limit 1`,
    [call.caseId, step],
  );
  return done?.by ?? null;
}
