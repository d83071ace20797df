import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One measure of a version of a list. Written only by the API. */
@Entity('duty_item')
export class DutyItemEntity {
  @PrimaryColumn({ type: 'text', name: 'list_id' })
  listId!: string;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @PrimaryColumn({ type: 'text' })
  no!: string;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'text' })
  subject!: string;

  @Column({ type: 'text' })
  area!: string;

  @Column({ type: 'text' })
  measure!: string;

  @Column({ type: 'text', array: true })
  leads!: string[];

  @Column({ type: 'text', nullable: true })
  role!: string | null;

  @Column({ type: 'text', array: true })
  helpers!: string[];

  @Column({ type: 'text' })
  evidence!: string;

  @Column({ type: 'text' })
  cycle!: string;

  @Column({ type: 'text' })
  opens!: string;

  @Column({ type: 'text' })
  within!: string;

  @Column({ type: 'text' })
  basis!: string;

  @Column({ type: 'numeric' })
  weight!: string;

  @Column({ type: 'text', array: true, default: [] })
  powers!: string[];

  @Column({ type: 'text', array: true, default: [] })
  times!: string[];

  @Column({ type: 'text', array: true, default: [] })
  stages!: string[];
}
