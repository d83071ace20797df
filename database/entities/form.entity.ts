import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One published version of one form. Written only by publication and, for those of the release, by the API's start. */
@Entity('form')
export class FormEntity {
  @PrimaryColumn({ type: 'text' })
  key!: string;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'json' })
  schema!: unknown;

  @Column({ type: 'text' })
  hash!: string;

  @Column({ type: 'text', name: 'published_by' })
  publishedBy!: string;

  @Column({ type: 'timestamptz', name: 'published_at' })
  publishedAt!: Date;
}
