import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A version of an indicator. Written only by the API. */
@Entity('indicator')
export class IndicatorEntity {
  @PrimaryColumn({ type: 'text' })
  key!: string;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', name: 'source_id' })
  sourceId!: string;

  @Column({ type: 'jsonb' })
  definition!: unknown;

  @Column({ type: 'text', name: 'made_by' })
  madeBy!: string;

  @Column({ type: 'timestamptz', name: 'made_at' })
  madeAt!: Date;

  @Column({ type: 'text', default: '' })
  reason!: string;
}
