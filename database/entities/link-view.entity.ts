import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Read model of a case’s links to others. Written only by activities/record. */
@Entity('link_view')
export class LinkViewEntity {
  @PrimaryColumn({ type: 'text', name: 'case_id' })
  caseId!: string;

  @PrimaryColumn({ type: 'text' })
  kind!: string;

  @PrimaryColumn({ type: 'text', name: 'other_id' })
  otherId!: string;

  @Column({ type: 'text' })
  number!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'boolean' })
  removed!: boolean;
}
