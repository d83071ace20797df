import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One version of an agency’s business calendar. Written only by the calendar route and the first start. */
@Entity('calendar')
export class CalendarEntity {
  @PrimaryColumn({ type: 'text', name: 'agency_id' })
  agencyId!: string;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Column({ type: 'jsonb' })
  years!: unknown;

  @Column({ type: 'text', name: 'loaded_by', nullable: true })
  loadedBy!: string | null;

  @Column({ type: 'timestamptz', name: 'loaded_at' })
  loadedAt!: Date;
}
