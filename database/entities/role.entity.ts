import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A role beside those of definitions/roles.yaml. Written only by administration. */
@Entity('role')
export class RoleEntity {
  @PrimaryColumn({ type: 'text' })
  key!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', name: 'name_en', default: '' })
  nameEn!: string;

  @Column({ type: 'text', array: true })
  agencies!: string[];

  @Column({ type: 'text', array: true })
  apart!: string[];

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}
