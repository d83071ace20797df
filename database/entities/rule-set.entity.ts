import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Periods and ladders, one row a version. Written only by the first start and administration. */
@Entity('rule_set')
export class RuleSetEntity {
  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Column({ type: 'jsonb' })
  periods!: unknown;

  @Column({ type: 'jsonb' })
  ladders!: unknown;

  @Column({ type: 'text', name: 'changed_by', nullable: true })
  changedBy!: string | null;

  @Column({ type: 'timestamptz', name: 'changed_at' })
  changedAt!: Date;

  @Column({ type: 'jsonb', default: '{}' })
  taken!: unknown;

  @Column({ type: 'jsonb', default: '[]' })
  changes!: unknown;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;
}
