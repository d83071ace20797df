import { Entity, PrimaryColumn } from 'typeorm';

/** An attachment that another case sees too. Written only by activities/open-split. */
@Entity('attachment_share')
export class AttachmentShareEntity {
  @PrimaryColumn({ type: 'text', name: 'attachment_id' })
  attachmentId!: string;

  @PrimaryColumn({ type: 'text', name: 'case_id' })
  caseId!: string;
}
