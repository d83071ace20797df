import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a search reads of a case. Written by the database itself whenever a step is. */
@Entity('case_text')
export class CaseTextEntity {
  @PrimaryColumn({ type: 'text', name: 'case_id' })
  caseId!: string;

  @Column({ type: 'text' })
  head!: string;

  @Column({ type: 'text' })
  steps!: string;

  @Column({ type: 'text' })
  body!: string;

  @Column({ type: 'text', array: true })
  grams!: string[];

  @Column({ type: 'text', array: true })
  keys!: string[];
}
