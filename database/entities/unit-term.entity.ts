import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a unit was called and to whom it belonged from a day on. Written only by the registry. */
@Entity('unit_term')
export class UnitTermEntity {
  @PrimaryColumn({ type: 'text', name: 'unit_id' })
  unitId!: string;

  @PrimaryColumn({ type: 'date' })
  since!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  category!: string;

  @Column({ type: 'text', name: 'superior_id', nullable: true })
  superiorId!: string | null;

  @Column({ type: 'text', name: 'group_id', nullable: true })
  groupId!: string | null;

  @Column({ type: 'text', default: '' })
  basis!: string;
}
