import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An agency and its place below another. Written only by the directory: demo data, administration. */
@Entity('agency')
export class AgencyEntity {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', name: 'name_en', default: '' })
  nameEn!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text', name: 'parent_id', nullable: true })
  parentId!: string | null;

  @Column({ type: 'boolean', default: true })
  active!: boolean;

  /** From this day on there is no such agency. */
  @Column({ type: 'date', name: 'dissolved_on', nullable: true })
  dissolvedOn!: string | null;
}
