/** Every kind of act that the administrative trail keeps; nothing else is ever written. */
export const trailActions = [
  'administrators-made',
  'agency-created',
  'agency-changed',
  'agency-dissolved',
  'agency-restored',
  'person-created',
  'person-changed',
  'person-deactivated',
  'person-reactivated',
  'person-locked',
  'person-unlocked',
  'post-granted',
  'post-changed',
  'post-ended',
  'role-created',
  'role-changed',
  'request-made',
  'request-confirmed',
  'request-refused',
  'request-withdrawn',
  'password-reset',
  'password-changed',
  'session-revoked',
  'signed-in',
  'sign-in-refused',
  'account-locked',
  'signed-out',
  'deputy-given',
  'deputy-revoked',
  'absence-entered',
  'absence-cancelled',
  'recusal-asked',
  'recusal-approved',
  'recusal-refused',
  'recusal-lifted',
] as const;
export type TrailAction = (typeof trailActions)[number];

export const trailObjects = [
  'agency',
  'person',
  'post',
  'role',
  'request',
  'session',
  'deputy',
  'absence',
  'recusal',
] as const;
type TrailObject = (typeof trailObjects)[number];

/** One act as it is written: what changed, before and after. */
export interface TrailEntry {
  readonly action: TrailAction;
  readonly object: readonly [kind: TrailObject, id: string];
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string | undefined;
}

/** Who acts, and from where. */
export interface TrailActor {
  readonly user: string;
  readonly kind: string | null;
  readonly remote: string | null;
}
