import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { CaseError } from '../../../domain/errors.ts';
import type { Caller } from '../access/caller.ts';
import { SessionQueries } from './session.queries.ts';

/** Name of the browser's cookie. */
export const sessionCookie = 'liandong_session';

const minute = 60_000;
/** A session that nobody has used for so long is over. */
export const idleLimit = 30 * minute;
const lifetime = 12 * 60 * minute;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Opens, finds and revokes sessions; many may be open for one person. */
@Injectable()
export class SessionService {
  constructor(@Inject(SessionQueries) private readonly queries: SessionQueries) {}

  /** The token is told once and never stored. */
  async open(user: string, remote: string): Promise<{ readonly token: string; readonly until: Date }> {
    const token = randomBytes(32).toString('base64url');
    const now = Date.now();
    const until = new Date(now + lifetime);
    await this.queries.open(hashOf(token), user, { now: new Date(now), until }, remote);
    return { token, until };
  }

  /** Who sends this request; throws NOT_SIGNED_IN. Asking for somebody who only listens does not count as activity. */
  async callerOf(request: FastifyRequest, { listening = false } = {}): Promise<Caller> {
    const bearer = /^Bearer (\S{20,200})$/i.exec(request.headers.authorization ?? '')?.[1];
    const token = bearer ?? (request.headers.authorization ? undefined : request.cookies[sessionCookie]);
    if (!token) throw new CaseError('NOT_SIGNED_IN', '请先登录');
    const session = hashOf(token);
    const now = Date.now();
    const found = await this.queries.live(session, new Date(now), new Date(now - idleLimit), civilDateOf(now));
    if (!found) throw new CaseError('NOT_SIGNED_IN', '登录已失效，请重新登录');
    if (!listening && now - found.lastSeenAt > minute) await this.queries.seen(session, new Date(now));
    const { lastSeenAt: _, ...person } = found;
    return { ...person, session, viaCookie: bearer === undefined, remote: request.ip };
  }

  /** Somebody as they would be judged if they asked now; undefined when they could not sign in. */
  async absent(user: string): Promise<Caller | undefined> {
    const found = await this.queries.person(user, civilDateOf(Date.now()));
    return found && { ...found, session: '', viaCookie: false, remote: '' };
  }

  async close(session: string): Promise<void> {
    await this.queries.revoke(session, new Date());
  }
}
