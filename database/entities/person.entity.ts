import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person who may sign in. Written only by the directory and sign-in. */
@Entity('person')
export class PersonEntity {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', name: 'agency_id', nullable: true })
  agencyId!: string | null;

  @Column({ type: 'text', name: 'password_hash', nullable: true })
  passwordHash!: string | null;

  @Column({ type: 'boolean', default: true })
  active!: boolean;

  @Column({ type: 'integer', name: 'failed_logins', default: 0 })
  failedLogins!: number;

  @Column({ type: 'timestamptz', name: 'locked_until', nullable: true })
  lockedUntil!: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  /** The password opens nothing but its own change. */
  @Column({ type: 'boolean', name: 'one_time', default: false })
  oneTime!: boolean;

  @Column({ type: 'timestamptz', name: 'password_expires_at', nullable: true })
  passwordExpiresAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'password_changed_at', nullable: true })
  passwordChangedAt!: Date | null;

  /** By the security administrator, until unlocked. */
  @Column({ type: 'boolean', default: false })
  locked!: boolean;

  @Column({ type: 'timestamptz', name: 'last_sign_in_at', nullable: true })
  lastSignInAt!: Date | null;
}
