import { Inject, Injectable } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import { Database } from '../database.ts';
import { AccessLog } from './access-log.ts';
import type { AccessRule } from './access.ts';
import type { AdmittedRequest, Caller } from './caller.ts';
import { ObjectQueries } from './object.queries.ts';

/** Requests for what the caller may not read are written down before they are refused; what does not exist leaves nothing. */
@Injectable()
export class RefusedLooks {
  constructor(
    @Inject(AccessLog) private readonly log: AccessLog,
    @Inject(ObjectQueries) private readonly objects: ObjectQueries,
    @Inject(Database) private readonly database: Database,
  ) {}

  async note(error: unknown, rule: AccessRule, caller: Caller, request: AdmittedRequest): Promise<void> {
    if (!(error instanceof CaseError)) return;
    const route = `${request.method} ${request.routeOptions.url}`;
    const params = request.params as Readonly<Record<string, string | undefined>>;
    if (rule.kind === 'dossiers') {
      const { kind, subject } = params;
      if (kind !== undefined && subject !== undefined) await this.dossier(caller, { kind, id: subject }, route);
      return;
    }
    if (error.code !== 'NOT_FOUND') return;
    if (rule.kind !== 'case' && rule.kind !== 'task' && rule.kind !== 'attachment') return;
    const id = params[rule.parameter] ?? '';
    const object =
      rule.kind === 'attachment' ? { object: 'attachment' as const, objectId: id } : { object: 'case' as const };
    await this.log.refused(caller, await this.casesOf(rule.kind, id), { ...object, route });
  }

  /** A dossier that is kept of somebody, or of a unit. */
  async dossier(caller: Caller, { kind, id }: { kind: string; id: string }, route: string): Promise<void> {
    const kept = await this.database.row(`select from dossier where subject_kind = $1 and subject_id = $2`, [kind, id]);
    if (kept) await this.log.elsewhere(caller, { object: 'dossier', objectId: `${kind}/${id}`, route }, true);
  }

  private async casesOf(kind: 'case' | 'task' | 'attachment', id: string): Promise<readonly string[]> {
    switch (kind) {
      case 'case':
        return [id];
      case 'task':
        return this.database
          .rows<{ readonly id: string }>('select case_id as id from task_view where id = $1', [id])
          .then((found) => found.map((one) => one.id));
      case 'attachment':
        return (await this.objects.attachmentById(id))?.cases ?? [];
    }
  }
}
