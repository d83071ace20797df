import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Receipt for a copy of a case that has ended. Written only by the API. */
@Entity('copy_receipt')
export class CopyReceiptEntity {
  @PrimaryColumn({ type: 'text', name: 'copy_id' })
  copyId!: string;

  @Column({ type: 'text', name: 'person_id' })
  personId!: string;

  @Column({ type: 'timestamptz', name: 'read_at' })
  readAt!: Date;
}
