import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What was done to a recurring procedure, append-only. Written only by the API. */
@Entity('recurring_act')
export class RecurringActEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column({ type: 'text', name: 'procedure_id' })
  procedureId!: string;

  @Column({ type: 'text' })
  act!: string;

  @Column({ type: 'jsonb' })
  details!: unknown;

  @Column({ type: 'text', default: '' })
  reason!: string;

  @Column({ type: 'text', name: 'done_by' })
  doneBy!: string;

  @Column({ type: 'timestamptz', name: 'done_at' })
  doneAt!: Date;
}
