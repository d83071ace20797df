import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Steps that were taken back. Written only by activities/record, when a step turns out never to have become durable. */
@Entity('journal_void')
export class JournalVoidEntity {
  @PrimaryColumn({ type: 'text', name: 'case_id' })
  caseId!: string;

  @PrimaryColumn({ type: 'integer' })
  seq!: number;

  @Column({ type: 'text', name: 'command_id' })
  commandId!: string;

  @PrimaryColumn({ type: 'text' })
  hash!: string;

  @Column({ type: 'jsonb' })
  row!: unknown;

  @Column({ type: 'timestamptz', name: 'voided_at' })
  voidedAt!: Date;
}
