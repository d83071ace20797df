import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A supervised unit: an agency with a beginning and an end. Written only by the registry. */
@Entity('unit')
export class UnitEntity {
  @PrimaryColumn({ type: 'text', name: 'agency_id' })
  agencyId!: string;

  @Column({ type: 'date' })
  since!: string;

  @Column({ type: 'date', nullable: true })
  until!: string | null;

  @Column({ type: 'text', name: 'ended_as', nullable: true })
  endedAs!: string | null;

  @Column({ type: 'text', name: 'successor_id', nullable: true })
  successorId!: string | null;
}
