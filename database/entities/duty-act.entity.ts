import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What was done to a list, append-only. Written only by the API. */
@Entity('duty_act')
export class DutyActEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column({ type: 'text', name: 'list_id' })
  listId!: string;

  @Column({ type: 'text' })
  act!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'jsonb' })
  details!: unknown;

  @Column({ type: 'text', default: '' })
  reason!: string;

  @Column({ type: 'text', name: 'done_by' })
  doneBy!: string;

  @Column({ type: 'timestamptz', name: 'done_at' })
  doneAt!: Date;
}
