import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A service that some worker offers. Written only by workers, when they start. */
@Entity('service')
export class ServiceEntity {
  @PrimaryColumn({ type: 'text' })
  name!: string;

  @Column({ type: 'timestamptz', name: 'seen_at' })
  seenAt!: Date;
}
