import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Who read what. Written only by the API, never changed. */
@Entity('access_log')
export class AccessLogEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column({ type: 'text', name: 'person_id' })
  personId!: string;

  @Column({ type: 'text', name: 'case_id', nullable: true })
  caseId!: string | null;

  @Column({ type: 'text', nullable: true })
  number!: string | null;

  @Column({ type: 'text' })
  secrecy!: string;

  @Column({ type: 'text' })
  object!: string;

  @Column({ type: 'text', name: 'object_id', default: '' })
  objectId!: string;

  @Column({ type: 'text' })
  route!: string;

  @Column({ type: 'text' })
  session!: string;

  @Column({ type: 'text' })
  remote!: string;

  @Column({ type: 'integer' })
  slot!: number;

  @Column({ type: 'boolean', default: false })
  refused!: boolean;

  @Column({ type: 'timestamptz' })
  at!: Date;
}
