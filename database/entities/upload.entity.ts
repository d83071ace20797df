import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file on its way. Written only by the API. */
@Entity('upload')
export class UploadEntity {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text', name: 'person_id' })
  personId!: string;

  @Column({ type: 'text', name: 'case_id', nullable: true })
  caseId!: string | null;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  type!: string;

  @Column({ type: 'bigint' })
  size!: string;

  @Column({ type: 'bigint' })
  received!: string;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'changed_at' })
  changedAt!: Date;
}
