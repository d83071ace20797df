import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Read model of a task. Written only by activities/record. */
@Entity('task_view')
export class TaskViewEntity {
  @PrimaryColumn({ type: 'text', name: 'case_id' })
  caseId!: string;

  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text', name: 'element_id' })
  elementId!: string;

  @Column({ type: 'integer', name: 'loop_counter', nullable: true })
  loopCounter!: number | null;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', nullable: true })
  agency!: string | null;

  @Column({ type: 'text', nullable: true })
  role!: string | null;

  @Column({ type: 'text', name: 'candidate_users', array: true })
  candidateUsers!: string[];

  @Column({ type: 'text', nullable: true })
  assignee!: string | null;

  @Column({ type: 'text', nullable: true })
  owner!: string | null;

  @Column({ type: 'text' })
  status!: string;

  @Column({ type: 'text', array: true })
  outcomes!: string[];

  @Column({ type: 'text', nullable: true })
  outcome!: string | null;

  @Column({ type: 'text', nullable: true })
  form!: string | null;

  @Column({ type: 'integer', name: 'form_version', nullable: true })
  formVersion!: number | null;

  @Column({ type: 'text', nullable: true })
  letter!: string | null;

  @Column({ type: 'text', nullable: true })
  basis!: string | null;

  @Column({ type: 'text', nullable: true })
  clock!: string | null;

  @Column({ type: 'text', nullable: true })
  period!: string | null;

  @Column({ type: 'timestamptz', name: 'opened_at' })
  openedAt!: Date;

  @Column({ type: 'text', name: 'clock_from', nullable: true })
  clockFrom!: string | null;

  @Column({ type: 'date', name: 'due_on', nullable: true })
  dueOn!: string | null;

  @Column({ type: 'timestamptz', name: 'due_at', nullable: true })
  dueAt!: Date | null;

  @Column({ type: 'boolean' })
  provisional!: boolean;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column({ type: 'text', name: 'ended_by', nullable: true })
  endedBy!: string | null;

  @Column({ type: 'integer', nullable: true })
  priority!: number | null;

  @Column({ type: 'text', name: 'scope_id' })
  scopeId!: string;

  @Column({ type: 'jsonb' })
  variables!: unknown;

  @Column({ type: 'boolean' })
  trial!: boolean;

  @Column({ type: 'integer', default: 0 })
  level!: number;

  @Column({ type: 'jsonb', nullable: true })
  position!: unknown;
  @Column({ type: 'text', default: 'step' })
  kind!: string;

  @Column({ type: 'jsonb', nullable: true })
  asks!: unknown;

  @Column({ type: 'text', nullable: true })
  description!: string | null;

  @Column({ type: 'text', name: 'added_by', nullable: true })
  addedBy!: string | null;

  /** Null for trials. */
  @Column({ type: 'integer', name: 'case_group', nullable: true })
  caseGroup!: number | null;
}
