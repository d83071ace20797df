import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who keeps dossiers, by name. Written only by the API. */
@Entity('dossier_keeper')
export class DossierKeeperEntity {
  @PrimaryColumn({ type: 'text', name: 'person_id' })
  personId!: string;

  @PrimaryColumn({ type: 'date' })
  since!: string;

  @Column({ type: 'date', nullable: true })
  until!: string | null;

  @Column({ type: 'text', name: 'appointed_by' })
  appointedBy!: string;
}
