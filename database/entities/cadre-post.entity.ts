import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A post of a supervised person. Written only by the registry. */
@Entity('cadre_post')
export class CadrePostEntity {
  @PrimaryColumn({ type: 'text', name: 'cadre_id' })
  cadreId!: string;

  @PrimaryColumn({ type: 'text', name: 'unit_id' })
  unitId!: string;

  @PrimaryColumn({ type: 'text' })
  title!: string;

  @PrimaryColumn({ type: 'date' })
  since!: string;

  @Column({ type: 'date', nullable: true })
  until!: string | null;

  @Column({ type: 'text' })
  rank!: string;

  @Column({ type: 'text' })
  standing!: string;

  @Column({ type: 'text', default: '' })
  basis!: string;
}
