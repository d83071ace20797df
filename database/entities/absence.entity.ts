import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Days on which somebody is away. Written only by the API. */
@Entity('absence')
export class AbsenceEntity {
  @PrimaryColumn({ type: 'uuid', generated: 'uuid' })
  id!: string;

  @Column({ type: 'text', name: 'person_id' })
  personId!: string;

  @Column({ type: 'date' })
  since!: string;

  @Column({ type: 'date' })
  until!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ type: 'text', name: 'entered_by' })
  enteredBy!: string;

  @Column({ type: 'timestamptz', name: 'entered_at' })
  enteredAt!: Date;

  @Column({ type: 'timestamptz', name: 'cancelled_at', nullable: true })
  cancelledAt!: Date | null;

  @Column({ type: 'text', name: 'cancelled_by', nullable: true })
  cancelledBy!: string | null;
}
