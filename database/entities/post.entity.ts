import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A post that a person holds in an agency. Written only by the directory: demo data, administration. */
@Entity('post')
export class PostEntity {
  @PrimaryColumn({ type: 'text', name: 'person_id' })
  personId!: string;

  @PrimaryColumn({ type: 'text', name: 'agency_id' })
  agencyId!: string;

  @PrimaryColumn({ type: 'text' })
  role!: string;

  @Column({ type: 'text', default: '' })
  title!: string;

  @PrimaryColumn({ type: 'date' })
  since!: string;

  @Column({ type: 'date', nullable: true })
  until!: string | null;

  /** How the API names it. */
  @Column({ type: 'uuid', generated: 'uuid', unique: true })
  id!: string;
}
