import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a case waits for. Written only by activities/record. */
@Entity('wait_view')
export class WaitViewEntity {
  @PrimaryColumn({ type: 'text', name: 'case_id' })
  caseId!: string;

  @PrimaryColumn({ type: 'text', name: 'instance_id' })
  instanceId!: string;

  @Column({ type: 'text', name: 'element_id' })
  elementId!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'jsonb' })
  correlation!: unknown;

  @Column({ type: 'boolean' })
  trial!: boolean;

  @Column({ type: 'text', name: 'opened_by', nullable: true })
  openedBy!: string | null;
}
