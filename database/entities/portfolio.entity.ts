import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which leader is in charge of which unit. Written only by the registry. */
@Entity('portfolio')
export class PortfolioEntity {
  @PrimaryColumn({ type: 'text', name: 'leader_id' })
  leaderId!: string;

  @PrimaryColumn({ type: 'text', name: 'unit_id' })
  unitId!: string;

  @PrimaryColumn({ type: 'date' })
  since!: string;

  @Column({ type: 'date', nullable: true })
  until!: string | null;

  @Column({ type: 'text', default: '' })
  matter!: string;

  @Column({ type: 'text', default: '' })
  basis!: string;
}
