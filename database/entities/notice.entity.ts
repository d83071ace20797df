import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person is told in the product. Written only by the outbox; marked as read by its reader. */
@Entity('notice')
export class NoticeEntity {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text', name: 'person_id' })
  personId!: string;

  @Column({ type: 'text', name: 'case_id' })
  caseId!: string;

  @Column({ type: 'text', name: 'task_id', nullable: true })
  taskId!: string | null;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'integer', nullable: true })
  level!: number | null;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'read_at', nullable: true })
  readAt!: Date | null;
}
