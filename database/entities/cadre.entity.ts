import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A supervised person. Written only by the registry. */
@Entity('cadre')
export class CadreEntity {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', name: 'managed_by' })
  managedBy!: string;

  @Column({ type: 'text', nullable: true })
  account!: string | null;

  @Column({ type: 'date' })
  since!: string;

  @Column({ type: 'date', nullable: true })
  until!: string | null;

  @Column({ type: 'text', name: 'left_as', nullable: true })
  leftAs!: string | null;
}
