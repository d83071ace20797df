import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Read model of the ledgers. Written only by activities/record. */
@Entity('record_view')
export class RecordViewEntity {
  @PrimaryColumn({ type: 'text', name: 'case_id' })
  caseId!: string;

  @PrimaryColumn({ type: 'text' })
  ledger!: string;

  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text' })
  status!: string;

  @Column({ type: 'jsonb' })
  data!: unknown;

  @Column({ type: 'text', nullable: true })
  agency!: string | null;

  @Column({ type: 'text', name: 'element_id', nullable: true })
  elementId!: string | null;

  @Column({ type: 'boolean' })
  trial!: boolean;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'changed_at' })
  changedAt!: Date;
}
