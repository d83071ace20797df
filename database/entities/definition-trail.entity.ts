import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What happened to a version: published, withdrawn, reinstated, another day of coming into force. Written only by the API. */
@Entity('definition_trail')
export class DefinitionTrailEntity {
  @PrimaryColumn({ type: 'text' })
  key!: string;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @PrimaryColumn({ type: 'integer' })
  position!: number;

  @Column({ type: 'text' })
  action!: string;

  @Column({ type: 'text', name: 'person_id', nullable: true })
  personId!: string | null;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'jsonb' })
  data!: unknown;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;
}
