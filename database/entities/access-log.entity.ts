import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Who read what. Written only by the API. */
@Entity('access_log')
export class AccessLogEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column({ type: 'text', name: 'person_id' })
  personId!: string;

  @Column({ type: 'text', name: 'case_id', nullable: true })
  caseId!: string | null;

  @Column({ type: 'text' })
  route!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;
}
