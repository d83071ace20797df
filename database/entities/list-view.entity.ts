import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A list's filters under a name. Written only by the API. */
@Entity('list_view')
export class ListViewEntity {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text', name: 'owner_id' })
  ownerId!: string;

  @Column({ type: 'text' })
  page!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'jsonb' })
  search!: unknown;

  @Column({ type: 'text', name: 'shared_with', nullable: true })
  sharedWith!: string | null;

  @Column({ type: 'timestamptz', name: 'changed_at' })
  changedAt!: Date;
}
