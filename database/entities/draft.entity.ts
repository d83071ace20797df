import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody has filled in and not yet handed in. Written only by the API. */
@Entity('draft')
export class DraftEntity {
  @PrimaryColumn({ type: 'text', name: 'person_id' })
  personId!: string;

  @PrimaryColumn({ type: 'text', name: 'task_id' })
  taskId!: string;

  @Column({ type: 'jsonb' })
  content!: unknown;

  @Column({ type: 'timestamptz', name: 'saved_at' })
  savedAt!: Date;
}
