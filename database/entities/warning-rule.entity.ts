import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A version of a warning rule. Written only by the API. */
@Entity('warning_rule')
export class WarningRuleEntity {
  @PrimaryColumn({ type: 'text' })
  key!: string;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  indicator!: string;

  @Column({ type: 'jsonb', default: [] })
  inputs!: unknown;

  @Column({ type: 'text', nullable: true })
  feel!: string | null;

  @Column({ type: 'text', nullable: true })
  dmn!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  model!: unknown;

  @Column({ type: 'text' })
  status!: string;

  @Column({ type: 'text', name: 'made_by' })
  madeBy!: string;

  @Column({ type: 'timestamptz', name: 'made_at' })
  madeAt!: Date;

  @Column({ type: 'text', default: '' })
  reason!: string;
}
