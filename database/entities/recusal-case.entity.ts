import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a case was told of a recusal. Written only by the API. */
@Entity('recusal_case')
export class RecusalCaseEntity {
  @PrimaryColumn({ type: 'uuid', name: 'recusal_id' })
  recusalId!: string;

  @PrimaryColumn({ type: 'text', name: 'case_id' })
  caseId!: string;

  @Column({ type: 'boolean' })
  told!: boolean;

  @Column({ type: 'text', nullable: true })
  code!: string | null;

  @Column({ type: 'text', nullable: true })
  message!: string | null;
}
