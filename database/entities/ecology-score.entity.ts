import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The score of a unit in a quarter with what explains it. Written only by the API. */
@Entity('ecology_score')
export class EcologyScoreEntity {
  @PrimaryColumn({ type: 'text', name: 'unit_id' })
  unitId!: string;

  @PrimaryColumn({ type: 'text' })
  period!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'numeric' })
  score!: string;

  @Column({ type: 'text' })
  level!: string;

  @Column({ type: 'jsonb' })
  parts!: unknown;

  @Column({ type: 'text', array: true })
  missing!: string[];

  @Column({ type: 'text', name: 'case_id', unique: true })
  caseId!: string;

  @Column({ type: 'timestamptz', name: 'scored_at' })
  scoredAt!: Date;

  @Column({ type: 'text', name: 'scored_by' })
  scoredBy!: string;
}
