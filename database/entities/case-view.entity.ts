import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Read model of a case. Written only by activities/record. */
@Entity('case_view')
export class CaseViewEntity {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text' })
  number!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text', name: 'definition_key' })
  definitionKey!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'boolean' })
  trial!: boolean;

  @Column({ type: 'text' })
  family!: string;

  @Column({ type: 'text', name: 'parent_id', nullable: true })
  parentId!: string | null;

  @Column({ type: 'text', name: 'parent_instance_id', nullable: true })
  parentInstanceId!: string | null;

  @Column({ type: 'text', name: 'opened_by', nullable: true })
  openedBy!: string | null;

  @Column({ type: 'date', name: 'starts_on' })
  startsOn!: string;

  @Column({ type: 'text' })
  status!: string;

  @Column({ type: 'text', default: 'work-secret' })
  secrecy!: string;

  @Column({ type: 'jsonb' })
  variables!: unknown;

  @Column({ type: 'text', array: true })
  agencies!: string[];

  @Column({ type: 'text', array: true })
  people!: string[];

  @Column({ type: 'timestamptz', name: 'opened_at' })
  openedAt!: Date;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column({ type: 'text', name: 'end_state', nullable: true })
  endState!: string | null;

  @Column({ type: 'integer' })
  seq!: number;

  @Column({ type: 'timestamptz' })
  clock!: Date;

  @Column({ type: 'timestamptz', name: 'next_due_at', nullable: true })
  nextDueAt!: Date | null;

  @Column({ type: 'text', default: '' })
  hash!: string;

  @Column({ type: 'integer', name: 'confirmed_seq', default: 0 })
  confirmedSeq!: number;

  /** Null for trials. */
  @Column({ type: 'integer', name: 'case_group', nullable: true })
  caseGroup!: number | null;
}
