import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Read model of an alarm. Written only by activities/record. */
@Entity('alarm_view')
export class AlarmViewEntity {
  @PrimaryColumn({ type: 'text', name: 'case_id' })
  caseId!: string;

  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text', name: 'task_id', nullable: true })
  taskId!: string | null;

  @Column({ type: 'text', name: 'element_id' })
  elementId!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'integer', nullable: true })
  level!: number | null;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'timestamptz', name: 'fired_at', nullable: true })
  firedAt!: Date | null;

  @Column({ type: 'boolean' })
  overtaken!: boolean;

  @Column({ type: 'boolean' })
  cancelled!: boolean;

  @Column({ type: 'jsonb', nullable: true })
  counted!: unknown;
}
