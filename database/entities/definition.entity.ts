import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One published version of one procedure. Written only by publication. */
@Entity('definition')
export class DefinitionEntity {
  @PrimaryColumn({ type: 'text' })
  key!: string;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  hash!: string;

  @Column({ type: 'bytea' })
  document!: Buffer;

  @Column({ type: 'jsonb' })
  model!: unknown;

  @Column({ type: 'jsonb', default: '[]' })
  warnings!: unknown;

  @Column({ type: 'text', name: 'published_by', nullable: true })
  publishedBy!: string | null;

  @Column({ type: 'timestamptz', name: 'published_at' })
  publishedAt!: Date;

  @Column({ type: 'timestamptz', name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;

  @Column({ type: 'date', name: 'valid_from' })
  validFrom!: string;

  @Column({ type: 'text', name: 'withdrawn_by', nullable: true })
  withdrawnBy!: string | null;
}
