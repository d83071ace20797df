import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Read model of a case’s tracks. Written only by activities/record. */
@Entity('child_view')
export class ChildViewEntity {
  @PrimaryColumn({ type: 'text', name: 'case_id' })
  caseId!: string;

  @PrimaryColumn({ type: 'text', name: 'child_id' })
  childId!: string;

  @Column({ type: 'text', name: 'element_id' })
  elementId!: string;

  @Column({ type: 'text', name: 'definition_key' })
  definitionKey!: string;

  @Column({ type: 'text', nullable: true })
  number!: string | null;

  @Column({ type: 'text' })
  status!: string;
}
