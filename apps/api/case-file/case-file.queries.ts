import { Inject, Injectable } from '@nestjs/common';
import { ledgerCatalogue } from '../../../definitions/ledgers.ts';
import { Database } from '../database.ts';

const hiddenLedgers = Object.keys(ledgerCatalogue).filter((kind) => ledgerCatalogue[kind]?.hidden);

interface RecordRow {
  readonly ledger: string;
  readonly id: string;
  readonly status: string;
  readonly agency: string | null;
  readonly data: unknown;
}

interface LinkRow {
  readonly canonical: string;
  readonly hash: string;
}

@Injectable()
export class CaseFileQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** What the ledgers show: other records have rules of access of their own. */
  records(caseId: string): Promise<readonly RecordRow[]> {
    return this.database.rows<RecordRow>(
      `select ledger, id, status, agency, data from record_view where case_id = $1 and ledger <> all($2)
       order by ledger, created_at, id`,
      [caseId, hiddenLedgers],
    );
  }

  links(caseId: string): Promise<readonly LinkRow[]> {
    return this.database.rows<LinkRow>('select canonical, hash from journal where case_id = $1 order by seq', [caseId]);
  }
}
