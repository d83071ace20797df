import { applyDecorators } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiBearerAuth } from '@nestjs/swagger';
import { problem } from '../problem/answers.ts';

/** take-part: not as a guest, nor by a copy alone; steer: suspend, resume, cancel; operate: an operator's corrections. */
export type CaseRight = 'read' | 'take-part' | 'steer' | 'operate' | 'own-trial';
/** assign: also whoever leads the house that has the step. */
export type TaskRight = 'read' | 'act' | 'operate' | 'assign';
export type EntryRight = 'read' | 'keep';
export type DossierRight = 'keep' | 'oversee' | 'look';

/** What a caller must be, or be allowed to do with the object in the path. */
export type AccessRule =
  | { readonly kind: 'public' }
  /** `oneTime`: also with a password that must be changed first. */
  | { readonly kind: 'signed-in'; readonly oneTime?: true }
  /** Anyone but the three administrators, who see no business data. */
  | { readonly kind: 'business' }
  /** The offices that work on cases: nobody of a supervised unit, who has only what is given to it. */
  | { readonly kind: 'staff' }
  | { readonly kind: 'role'; readonly roles: readonly string[] }
  | { readonly kind: 'case'; readonly may: CaseRight; readonly parameter: string }
  | { readonly kind: 'task'; readonly may: TaskRight; readonly parameter: string }
  | { readonly kind: 'attachment'; readonly parameter: string }
  /** What is sealed in Temporal, from Temporal's own pages too. */
  | { readonly kind: 'sealed' }
  /** The registry of the supervised: who keeps it, or an entry of it. */
  | { readonly kind: 'registry' }
  | { readonly kind: 'unit' | 'cadre'; readonly may: EntryRight; readonly parameter: string }
  /** 廉政档案: keep: by the named keeper; oversee: the leader in charge; look: either. One in the path is judged where it is read. */
  | { readonly kind: 'dossiers'; readonly may: DossierRight };

/** The rule of a route, as the guard reads it. */
export const accessRule = Reflector.createDecorator<AccessRule>();

const ruled = (rule: AccessRule, ...problems: number[]) =>
  applyDecorators(accessRule(rule), ApiBearerAuth(), ...problems.map(problem));

export const Public = () => accessRule({ kind: 'public' });
export const SignedIn = () => ruled({ kind: 'signed-in' }, 401);
/** Also for whoever must change a one-time password first. */
export const JustSignedIn = () => ruled({ kind: 'signed-in', oneTime: true }, 401);
export const Business = () => ruled({ kind: 'business' }, 401, 403);
export const Staff = () => ruled({ kind: 'staff' }, 401, 403);
export const Role = (...roles: string[]) => ruled({ kind: 'role', roles }, 401, 403);
/** Outside the circle 404, inside but not allowed 403. */
export const OnCase = (may: CaseRight, parameter = 'id') => ruled({ kind: 'case', may, parameter }, 401, 403, 404);
export const OnTask = (may: TaskRight, parameter = 'id') => ruled({ kind: 'task', may, parameter }, 401, 403, 404);
export const OnAttachment = (parameter = 'id') => ruled({ kind: 'attachment', parameter }, 401, 403, 404);
export const OpensSealed = () => ruled({ kind: 'sealed' }, 401, 403);
export const KeepsRegistry = () => ruled({ kind: 'registry' }, 401, 403);
export const OnUnit = (may: EntryRight, parameter = 'id') => ruled({ kind: 'unit', may, parameter }, 401, 403, 404);
export const OnCadre = (may: EntryRight, parameter = 'id') => ruled({ kind: 'cadre', may, parameter }, 401, 403, 404);
export const OnDossiers = (may: DossierRight) => ruled({ kind: 'dossiers', may }, 401, 403);
