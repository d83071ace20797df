import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Two who read a dossier together. Written only by the API. */
@Entity('dossier_session')
export class DossierSessionEntity {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text', name: 'grant_id' })
  grantId!: string;

  @Column({ type: 'text', name: 'begun_by' })
  begunBy!: string;

  @Column({ type: 'timestamptz', name: 'begun_at' })
  begunAt!: Date;

  @Column({ type: 'text', name: 'joined_by', nullable: true })
  joinedBy!: string | null;

  @Column({ type: 'timestamptz', name: 'joined_at', nullable: true })
  joinedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  until!: Date | null;
}
