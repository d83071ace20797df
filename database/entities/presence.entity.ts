import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who has a step's page open. Written only by the API. */
@Entity('presence')
export class PresenceEntity {
  @PrimaryColumn({ type: 'text', name: 'task_id' })
  taskId!: string;

  @PrimaryColumn({ type: 'text', name: 'person_id' })
  personId!: string;

  @Column({ type: 'timestamptz', name: 'seen_at' })
  seenAt!: Date;
}
