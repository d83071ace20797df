import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Read model of a case’s notes. Written only by activities/record. */
@Entity('note_view')
export class NoteViewEntity {
  @PrimaryColumn({ type: 'text', name: 'case_id' })
  caseId!: string;

  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'text', nullable: true })
  author!: string | null;

  @Column({ type: 'text', name: 'on_behalf_of', nullable: true })
  onBehalfOf!: string | null;

  @Column({ type: 'jsonb', name: 'visible_to', nullable: true })
  visibleTo!: unknown;

  @Column({ type: 'timestamptz' })
  at!: Date;
}
