import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What became of one row of a sheet of cases. Written only by the API. */
@Entity('intake_row')
export class IntakeRowEntity {
  @PrimaryColumn({ type: 'text', name: 'intake_id' })
  intakeId!: string;

  @PrimaryColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'date', name: 'starts_on' })
  startsOn!: string;

  @Column({ type: 'jsonb' })
  variables!: unknown;

  @Column({ type: 'text' })
  status!: string;

  @Column({ type: 'text', name: 'case_id', nullable: true })
  caseId!: string | null;

  @Column({ type: 'text', nullable: true })
  code!: string | null;

  @Column({ type: 'text', nullable: true })
  message!: string | null;
}
