import { Inject, Injectable } from '@nestjs/common';
import { isGuest } from '../../../domain/access.ts';
import { CaseError } from '../../../domain/errors.ts';
import type { CaseOrder } from '../cases/case.service.ts';
import { CommandService } from '../commands/command.service.ts';
import { Database } from '../database.ts';
import { KnownPeople } from '../people/known-people.ts';
import type { Form } from '../forms/form.ts';
import { FormStore } from '../forms/form.store.ts';
import { TaskService } from '../tasks/task.service.ts';
import type { AddedTask, AddTask } from './aside.schema.ts';

/** Adds tasks beside the procedure, for people, posts, agencies and forms that are there. */
@Injectable()
export class AsideService {
  constructor(
    @Inject(CommandService) private readonly commands: CommandService,
    @Inject(Database) private readonly database: Database,
    @Inject(FormStore) private readonly forms: FormStore,
    @Inject(KnownPeople) private readonly people: KnownPeople,
    @Inject(TaskService) private readonly tasks: TaskService,
  ) {}

  async add(order: CaseOrder, { reason, ...asked }: AddTask): Promise<AddedTask> {
    if (isGuest(order.caller, order.case)) throw new CaseError('FORBIDDEN', '您只办理本案中交给您的环节，不能添加任务');
    const form = await this.judge(asked);
    const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
    const formVersion = form ? { formVersion: form.version } : {};
    const act = { kind: 'addTask', name: asked.name, ...given, ...formVersion } as const;
    const { seq, settled } = await this.commands.carryOut({ ...order, act, reason });
    const id = await this.openedBy(order.case.id, seq);
    return { ...(await this.tasks.one(id, order.caller)), settled };
  }

  private async judge({ assignee, role, agency, form }: Omit<AddTask, 'reason'>): Promise<Form | undefined> {
    if (assignee !== undefined) await this.people.require([assignee]);
    const found = form === undefined ? undefined : await this.forms.one(form);
    if (form !== undefined && !found) throw new CaseError('UNKNOWN_FORM', `没有名为“${form}”的表单`);
    const known = await this.database.row<{ role: boolean; agency: boolean }>(
      `select $1::text is null or exists (select from post where role = $1) as role,
         $2::text is null or exists (select from agency where id = $2 and active) as agency`,
      [role ?? null, agency ?? null],
    );
    if (!known?.role) throw new CaseError('UNKNOWN_ROLE', `没有岗位角色“${role ?? ''}”`);
    if (!known.agency) throw new CaseError('UNKNOWN_AGENCY', `没有单位“${agency ?? ''}”`);
    return found;
  }

  private async openedBy(caseId: string, seq: number): Promise<string> {
    const row = await this.database.row<{ id: string }>(
      `select task_id as id from timeline where case_id = $1 and seq = $2 and kind = 'task-added' limit 1`,
      [caseId, seq],
    );
    if (!row) throw new Error(`step ${seq} of ${caseId} has added no task`);
    return row.id;
  }
}
