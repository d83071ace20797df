import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One look into a dossier; append-only. Written only by the API. */
@Entity('dossier_look')
export class DossierLookEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column({ type: 'text', name: 'person_id' })
  personId!: string;

  @Column({ type: 'text', name: 'with_person', nullable: true })
  withPerson!: string | null;

  @Column({ type: 'text', name: 'subject_kind' })
  subjectKind!: string;

  @Column({ type: 'text', name: 'subject_id' })
  subjectId!: string;

  @Column({ type: 'text', array: true })
  sections!: string[];

  @Column({ type: 'integer' })
  lines!: number;

  @Column({ type: 'text', name: 'as_what' })
  asWhat!: string;

  @Column({ type: 'text', name: 'grant_id', nullable: true })
  grantId!: string | null;

  @Column({ type: 'text', nullable: true })
  purpose!: string | null;

  @Column({ type: 'timestamptz' })
  at!: Date;
}
