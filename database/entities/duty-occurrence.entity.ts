import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a list asks of one agency in one period. Planned by the API; the worker marks what it has opened. */
@Entity('duty_occurrence')
export class DutyOccurrenceEntity {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text', name: 'list_id' })
  listId!: string;

  @Column({ type: 'text', name: 'item_no' })
  itemNo!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'text', name: 'lead_id' })
  leadId!: string;

  @Column({ type: 'text' })
  cycle!: string;

  @Column({ type: 'text' })
  period!: string;

  @Column({ type: 'date', name: 'opens_on' })
  opensOn!: string;

  @Column({ type: 'date', name: 'due_on' })
  dueOn!: string;

  @Column({ type: 'text', name: 'case_id', unique: true })
  caseId!: string;

  @Column({ type: 'text' })
  status!: string;

  @Column({ type: 'text', name: 'heir_id', nullable: true })
  heirId!: string | null;

  @Column({ type: 'timestamptz', name: 'opened_at', nullable: true })
  openedAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  problem!: string | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;
}
