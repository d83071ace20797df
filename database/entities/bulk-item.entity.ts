import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What became of one act of a bulk order. Written only by the API. */
@Entity('bulk_item')
export class BulkItemEntity {
  @PrimaryColumn({ type: 'text', name: 'job_id' })
  jobId!: string;

  @PrimaryColumn({ type: 'integer' })
  position!: number;

  @Column({ type: 'text', name: 'case_id' })
  caseId!: string;

  @Column({ type: 'text', name: 'task_id', nullable: true })
  taskId!: string | null;

  @Column({ type: 'jsonb' })
  act!: unknown;

  @Column({ type: 'text' })
  status!: string;

  @Column({ type: 'text', nullable: true })
  command!: string | null;

  @Column({ type: 'text', nullable: true })
  code!: string | null;

  @Column({ type: 'text', nullable: true })
  message!: string | null;

  @Column({ type: 'integer', nullable: true })
  seq!: number | null;

  @Column({ type: 'timestamptz', name: 'done_at', nullable: true })
  doneAt!: Date | null;
}
