import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One acts for another for a while. Written only by the API. */
@Entity('deputy')
export class DeputyEntity {
  @PrimaryColumn({ type: 'uuid', generated: 'uuid' })
  id!: string;

  @Column({ type: 'text', name: 'principal_id' })
  principalId!: string;

  @Column({ type: 'text', name: 'deputy_id' })
  deputyId!: string;

  @Column({ type: 'date' })
  since!: string;

  @Column({ type: 'date' })
  until!: string;

  @Column({ type: 'text', name: 'definition_keys', array: true, nullable: true })
  definitionKeys!: string[] | null;

  @Column({ type: 'text', array: true, nullable: true })
  roles!: string[] | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'text', name: 'given_by' })
  givenBy!: string;

  @Column({ type: 'timestamptz', name: 'given_at' })
  givenAt!: Date;

  @Column({ type: 'timestamptz', name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  @Column({ type: 'text', name: 'revoked_by', nullable: true })
  revokedBy!: string | null;

  @Column({ type: 'text', name: 'revoke_reason', nullable: true })
  revokeReason!: string | null;
}
