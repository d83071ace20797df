import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How the pages look and behave for a person. Written only by the API. */
@Entity('preference')
export class PreferenceEntity {
  @PrimaryColumn({ type: 'text', name: 'person_id' })
  personId!: string;

  @Column({ type: 'jsonb' })
  content!: unknown;

  @Column({ type: 'timestamptz', name: 'changed_at' })
  changedAt!: Date;
}
