import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A dossier of a person or a unit. Written by the API and by the services of procedures. */
@Entity('dossier')
export class DossierEntity {
  @PrimaryColumn({ type: 'text', name: 'subject_kind' })
  subjectKind!: string;

  @PrimaryColumn({ type: 'text', name: 'subject_id' })
  subjectId!: string;

  @Column({ type: 'date', name: 'opened_on' })
  openedOn!: string;

  @Column({ type: 'text', name: 'opened_by', nullable: true })
  openedBy!: string | null;

  @Column({ type: 'date', name: 'sealed_on', nullable: true })
  sealedOn!: string | null;

  @Column({ type: 'text', name: 'sealed_by', nullable: true })
  sealedBy!: string | null;

  @Column({ type: 'text', name: 'seal_reason', nullable: true })
  sealReason!: string | null;

  @Column({ type: 'text', name: 'case_id', nullable: true })
  caseId!: string | null;
}
