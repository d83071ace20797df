import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A version of the weights of 政治生态. Written only by the API. */
@Entity('ecology_model')
export class EcologyModelEntity {
  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Column({ type: 'jsonb' })
  model!: unknown;

  @Column({ type: 'text', name: 'made_by' })
  madeBy!: string;

  @Column({ type: 'timestamptz', name: 'made_at' })
  madeAt!: Date;

  @Column({ type: 'text', default: '' })
  reason!: string;
}
