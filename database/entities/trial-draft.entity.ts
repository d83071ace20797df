import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The drawing that a trial of a draft runs by. Written only by the API. */
@Entity('trial_draft')
export class TrialDraftEntity {
  @PrimaryColumn({ type: 'text', name: 'case_id' })
  caseId!: string;

  @Column({ type: 'bytea' })
  document!: Buffer;

  @Column({ type: 'jsonb' })
  model!: unknown;
}
