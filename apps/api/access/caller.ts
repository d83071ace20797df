import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { CaseObject, TaskObject } from './object.queries.ts';

/** One current post of a person. */
export interface Post {
  readonly role: string;
  readonly agency: string;
  /** The agency above, null at the top. */
  readonly parent: string | null;
}

/** Who is signed in, with the posts held today. */
export interface Caller {
  readonly user: string;
  readonly name: string;
  readonly agency: string | null;
  readonly posts: readonly Post[];
  /** Hash of the session's token: the session's id. */
  readonly session: string;
  readonly viaCookie: boolean;
}

/** What the guard leaves on a request it let through. */
export interface Admitted {
  readonly caller?: Caller;
  readonly case?: CaseObject;
  readonly task?: TaskObject;
}

export type AdmittedRequest = FastifyRequest & { admitted?: Admitted };

export const rolesOf = (caller: Caller): readonly string[] => [...new Set(caller.posts.map((post) => post.role))];

/** Roles of those who run the system; they see no business data. */
const administrators: ReadonlySet<string> = new Set(['sysadmin', 'secadmin', 'auditadmin']);

export const isBusiness = (caller: Caller): boolean =>
  caller.posts.length > 0 && caller.posts.every((post) => !administrators.has(post.role));

/** Agencies whose business the caller sees: those of the posts held. */
export const agenciesOf = (caller: Caller): readonly string[] =>
  isBusiness(caller) ? [...new Set(caller.posts.map((post) => post.agency))] : [];

const part = <Key extends keyof Admitted>(key: Key) =>
  createParamDecorator((_: unknown, context: ExecutionContext) => {
    const value = context.switchToHttp().getRequest<AdmittedRequest>().admitted?.[key];
    if (value === undefined) throw new Error(`the guard admitted this route without a ${key}`);
    return value;
  });

/** The signed-in person, the case and the task that the guard has already judged. */
export const TheCaller = part('caller');
export const TheCase = part('case');
export const TheTask = part('task');
