import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { HeldPost, Principal } from '../../../domain/access.ts';
import type { CaseObject, TaskObject } from './object.queries.ts';
import type { Player } from './player.queries.ts';

/** Who is signed in, with the posts held today. */
export interface Caller {
  readonly user: string;
  readonly name: string;
  readonly agency: string | null;
  readonly posts: readonly HeldPost[];
  readonly principals: readonly Principal[];
  /** Has stepped back from something: what, is asked of each case. */
  readonly recused: boolean;
  /** Hash of the session's token: the session's id. */
  readonly session: string;
  readonly viaCookie: boolean;
  /** Address that the request came from. */
  readonly remote: string;
  /** Signed in with a one-time password, which opens nothing but its own change. */
  readonly mustChangePassword: boolean;
  /** Whom the opener of a trial plays in this request (`?as=`); they are judged as that person. */
  readonly plays?: Player;
}

/** What the guard leaves on a request it let through. */
export interface Admitted {
  readonly caller?: Caller;
  readonly case?: CaseObject;
  readonly task?: TaskObject;
  /** The file that is asked for. */
  readonly attachment?: string;
  readonly capacity?: Capacity;
}

/** In what capacity somebody acts on a task where it is not simply his: as a deputy, or as head of the house that has it. */
export interface Capacity {
  readonly onBehalfOf?: Principal;
  readonly assigns?: true;
}

export type AdmittedRequest = FastifyRequest & { admitted?: Admitted };

export const rolesOf = ({ posts }: Pick<Caller, 'posts'>): readonly string[] => [
  ...new Set(posts.map((post) => post.role)),
];

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
