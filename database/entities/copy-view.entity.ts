import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Read model of a copy that somebody was sent. Written only by activities/record. */
@Entity('copy_view')
export class CopyViewEntity {
  @PrimaryColumn({ type: 'text', name: 'case_id' })
  caseId!: string;

  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text', name: 'person_id' })
  personId!: string;

  @Column({ type: 'text', name: 'sent_by', nullable: true })
  sentBy!: string | null;

  @Column({ type: 'text', name: 'task_id', nullable: true })
  taskId!: string | null;

  @Column({ type: 'text', nullable: true })
  text!: string | null;

  @Column({ type: 'timestamptz', name: 'sent_at' })
  sentAt!: Date;

  @Column({ type: 'timestamptz', name: 'read_at', nullable: true })
  readAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'recalled_at', nullable: true })
  recalledAt!: Date | null;

  @Column({ type: 'boolean' })
  trial!: boolean;
}
