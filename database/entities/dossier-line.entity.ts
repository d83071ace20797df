import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A line of a dossier; append-only. Written by the outbox, by services of procedures and by the keeper. */
@Entity('dossier_line')
export class DossierLineEntity {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text', name: 'subject_kind' })
  subjectKind!: string;

  @Column({ type: 'text', name: 'subject_id', nullable: true })
  subjectId!: string | null;

  @Column({ type: 'text', nullable: true })
  named!: string | null;

  @Column({ type: 'text' })
  section!: string;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'date', name: 'happened_on' })
  happenedOn!: string;

  @Column({ type: 'text', nullable: true })
  form!: string | null;

  @Column({ type: 'text', nullable: true })
  document!: string | null;

  @Column({ type: 'text', array: true, default: '{}' })
  files!: string[];

  @Column({ type: 'text' })
  source!: string;

  @Column({ type: 'text', name: 'case_id', nullable: true })
  caseId!: string | null;

  @Column({ type: 'text', name: 'case_number', nullable: true })
  caseNumber!: string | null;

  @Column({ type: 'text', nullable: true })
  procedure!: string | null;

  @Column({ type: 'text', name: 'element_id', nullable: true })
  elementId!: string | null;

  @Column({ type: 'text', nullable: true })
  step!: string | null;

  @Column({ type: 'text', name: 'record_id', nullable: true })
  recordId!: string | null;

  @Column({ type: 'timestamptz', name: 'event_at' })
  eventAt!: Date;

  @Column({ type: 'timestamptz', name: 'written_at' })
  writtenAt!: Date;

  @Column({ type: 'text', name: 'written_by', nullable: true })
  writtenBy!: string | null;

  @Column({ type: 'text', default: 'entry' })
  kind!: string;

  @Column({ type: 'text', nullable: true })
  replaces!: string | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;
}
