import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Every administrative change and sign-in: append-only, hash-chained. Written only by the API. */
@Entity('admin_trail')
export class AdminTrailEntity {
  @PrimaryColumn({ type: 'bigint' })
  seq!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'text' })
  actor!: string;

  @Column({ type: 'text', name: 'actor_kind', nullable: true })
  actorKind!: string | null;

  @Column({ type: 'text' })
  action!: string;

  @Column({ type: 'text', name: 'object_kind' })
  objectKind!: string;

  @Column({ type: 'text', name: 'object_id' })
  objectId!: string;

  @Column({ type: 'jsonb', nullable: true })
  before!: unknown;

  @Column({ type: 'jsonb', nullable: true })
  after!: unknown;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'text', nullable: true })
  remote!: string | null;

  @Column({ type: 'text' })
  canonical!: string;

  @Column({ type: 'text', name: 'previous_hash' })
  previousHash!: string;

  @Column({ type: 'text' })
  hash!: string;
}
