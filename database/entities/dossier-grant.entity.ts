import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A leave to read dossiers. Written by services of procedures, revoked by the API. */
@Entity('dossier_grant')
export class DossierGrantEntity {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text', array: true })
  readers!: string[];

  @Column({ type: 'text', array: true })
  subjects!: string[];

  @Column({ type: 'text', array: true, nullable: true })
  sections!: string[] | null;

  @Column({ type: 'text' })
  purpose!: string;

  @Column({ type: 'text', name: 'approved_by', nullable: true })
  approvedBy!: string | null;

  @Column({ type: 'timestamptz', name: 'given_at' })
  givenAt!: Date;

  @Column({ type: 'timestamptz' })
  until!: Date;

  @Column({ type: 'timestamptz', name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  @Column({ type: 'text', name: 'case_id', nullable: true })
  caseId!: string | null;
}
