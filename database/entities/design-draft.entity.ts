import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A procedure, decision or form that somebody is drawing. Written only by the API. */
@Entity('design_draft')
export class DesignDraftEntity {
  @PrimaryColumn({ type: 'text', name: 'person_id' })
  personId!: string;

  @PrimaryColumn({ type: 'text' })
  kind!: string;

  @PrimaryColumn({ type: 'text' })
  key!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  content!: string;

  @Column({ type: 'integer', name: 'base_version', nullable: true })
  baseVersion!: number | null;

  @Column({ type: 'timestamptz', name: 'saved_at' })
  savedAt!: Date;
}
