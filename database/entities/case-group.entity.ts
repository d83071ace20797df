import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Cases of one procedure in which the same agencies take part. Written only by project_step; never changed. */
@Entity('case_group')
export class CaseGroupEntity {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column({ type: 'text', name: 'definition_key' })
  definitionKey!: string;

  @Column({ type: 'text', array: true })
  agencies!: string[];

  @Column({ type: 'text' })
  digest!: string;
}
