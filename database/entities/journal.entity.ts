import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The journal: hash-chained, sealed. Written only by activities/record; never updated. */
@Entity('journal')
export class JournalEntity {
  @PrimaryColumn({ type: 'text', name: 'case_id' })
  caseId!: string;

  @PrimaryColumn({ type: 'integer' })
  seq!: number;

  @Column({ type: 'text', name: 'command_id' })
  commandId!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text', nullable: true })
  actor!: string | null;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'text' })
  canonical!: string;

  @Column({ type: 'text' })
  algorithm!: string;

  @Column({ type: 'text', name: 'key_id' })
  keyId!: string;

  @Column({ type: 'bytea' })
  payload!: Buffer;

  @Column({ type: 'text', name: 'payload_digest' })
  payloadDigest!: string;

  @Column({ type: 'text', name: 'previous_hash' })
  previousHash!: string;

  @Column({ type: 'text' })
  hash!: string;

  @Column({ type: 'text', name: 'state_digest', default: '' })
  stateDigest!: string;
}
