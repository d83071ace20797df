import { Inject, Injectable } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import type { Hand } from './duty.lists.ts';
import type { Results } from './duty.schema.ts';
import { DutyStore } from './duty.store.ts';
import { alreadyFixed, DutyView } from './duty.view.ts';

/** 年终结果, once: later cases change nothing in what the appraisal was told. */
@Injectable()
export class DutyResults {
  constructor(
    @Inject(DutyStore) private readonly store: DutyStore,
    @Inject(DutyView) private readonly view: DutyView,
  ) {}

  fix(id: string, reason: string | undefined, { caller, envelope }: Hand): Promise<Results> {
    return this.store.change(id, { caller, preview: envelope.preview }, async (db, list) => {
      if (list.status !== 'ended') throw new CaseError('WRONG_STATE', '清单结束以后才能确定年终结果');
      if (list.result !== null) throw alreadyFixed();
      const result = { ...(await this.view.computed(list)), fixed: true };
      await db.query('update duty_list set result = $2 where id = $1', [id, JSON.stringify(result)]);
      return { done: { act: 'fixed', reason, details: { agencies: result.items.length } }, result };
    });
  }
}
