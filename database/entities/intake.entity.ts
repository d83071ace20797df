import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A sheet of cases to open. Written only by the API. */
@Entity('intake')
export class IntakeEntity {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text', name: 'definition_key' })
  definitionKey!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'text', name: 'file_name' })
  fileName!: string;

  @Column({ type: 'text' })
  hash!: string;

  @Column({ type: 'text', name: 'ordered_by' })
  orderedBy!: string;

  @Column({ type: 'timestamptz', name: 'received_at' })
  receivedAt!: Date;

  @Column({ type: 'timestamptz', name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}
