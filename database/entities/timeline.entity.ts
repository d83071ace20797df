import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The journal’s facts in readable form. Written only by activities/record. */
@Entity('timeline')
export class TimelineEntity {
  @PrimaryColumn({ type: 'text', name: 'case_id' })
  caseId!: string;

  @PrimaryColumn({ type: 'integer' })
  seq!: number;

  @PrimaryColumn({ type: 'integer' })
  position!: number;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'text', nullable: true })
  actor!: string | null;

  @Column({ type: 'text', name: 'on_behalf_of', nullable: true })
  onBehalfOf!: string | null;

  @Column({ type: 'text', name: 'element_id', nullable: true })
  elementId!: string | null;

  @Column({ type: 'text', name: 'task_id', nullable: true })
  taskId!: string | null;

  @Column({ type: 'jsonb' })
  data!: unknown;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;
}
