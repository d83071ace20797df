import { Inject, Injectable } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import type { ProcessModel } from '../../../engine/model.ts';
import { Database } from '../database.ts';
import { DocumentCheck } from '../definitions/document-check.ts';
import { DesignDraftQueries } from '../design/design-draft.queries.ts';

/** A procedure that somebody is drawing, ready to run. */
export interface Drawn {
  readonly document: Buffer;
  readonly model: ProcessModel;
}

/** What a trial of a draft runs by: read from its designer, kept for as long as the trial is. */
@Injectable()
export class DrawnProcedures {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DesignDraftQueries) private readonly drafts: DesignDraftQueries,
    @Inject(DocumentCheck) private readonly documents: DocumentCheck,
  ) {}

  /** Throws INVALID_DEFINITION where publication would. */
  async of(user: string, key: string): Promise<Drawn> {
    const draft = await this.drafts.one(user, { kind: 'process', key });
    if (!draft) throw new CaseError('UNKNOWN_DEFINITION', `您没有“${key}”的草稿`);
    const document = Buffer.from(draft.content);
    const { models } = await this.documents.checked(document);
    const model = models.find((one): one is ProcessModel => one.key === key && 'elements' in one);
    if (!model) throw new CaseError('OTHER_DEFINITION', `草稿中没有“${key}”`, { keys: models.map((one) => one.key) });
    return { document, model };
  }

  async keep(caseId: string, { document, model }: Drawn): Promise<void> {
    await this.database.rows(
      'insert into trial_draft (case_id, document, model) values ($1, $2, $3) on conflict (case_id) do nothing',
      [caseId, document, JSON.stringify(model)],
    );
  }

  async drop(caseId: string): Promise<void> {
    await this.database.rows(
      'delete from trial_draft where case_id = $1 and not exists (select from case_view where id = $1)',
      [caseId],
    );
  }
}
