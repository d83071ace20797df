import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a warning rule has found: a doubt, and the case in which people check it. Written only by the API. */
@Entity('doubt')
export class DoubtEntity {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text', name: 'rule_key' })
  ruleKey!: string;

  @Column({ type: 'integer', name: 'rule_version' })
  ruleVersion!: number;

  @Column({ type: 'integer', name: 'indicator_version' })
  indicatorVersion!: number;

  @Column({ type: 'text', name: 'unit_id' })
  unitId!: string;

  @Column({ type: 'text' })
  period!: string;

  @Column({ type: 'text' })
  level!: string;

  @Column({ type: 'jsonb' })
  facts!: unknown;

  @Column({ type: 'jsonb' })
  rows!: unknown;

  @Column({ type: 'text', name: 'case_id', unique: true })
  caseId!: string;

  @Column({ type: 'timestamptz', name: 'raised_at' })
  raisedAt!: Date;

  @Column({ type: 'text', name: 'raised_by' })
  raisedBy!: string;
}
