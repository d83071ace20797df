import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The secret address of a person's deadlines. Written only by the API. */
@Entity('calendar_feed')
export class CalendarFeedEntity {
  @PrimaryColumn({ type: 'text', name: 'token_hash' })
  tokenHash!: string;

  @Column({ type: 'text', name: 'person_id' })
  personId!: string;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'last_read_at', nullable: true })
  lastReadAt!: Date | null;
}
