import { Inject, Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  actsForAll,
  asReal,
  isBusiness,
  isSupervised,
  mayActOnTask,
  mayOpenSealed,
  mayOperate,
  mayReadAttachment,
  mayReadCase,
  mayReadTask,
  maySteer,
  takesPart,
} from '../../../domain/access.ts';
import { mayOverseeDossiers } from '../../../domain/dossier-access.ts';
import { CaseError } from '../../../domain/errors.ts';
import { mayKeepRegistry, mayReadCadre, mayReadUnit } from '../../../domain/registry-access.ts';
import { SessionService } from '../auth/session.service.ts';
import { settingsToken } from '../settings.ts';
import type { Settings } from '../settings.ts';
import { accessRule } from './access.ts';
import type { AccessRule, CaseRight, DossierRight, EntryRight, TaskRight } from './access.ts';
import type { Admitted, AdmittedRequest, Caller } from './caller.ts';
import type { CaseObject, TaskObject } from './object.queries.ts';
import { ObjectQueries } from './object.queries.ts';
import { PlayerQueries } from './player.queries.ts';
import { RefusedLooks } from './refused-looks.ts';
import { refuseCrossSite } from './same-site.ts';
import { ShownFiles } from './shown-files.ts';
import { judgeTask } from './task-judgement.ts';

const hidden = () => new CaseError('NOT_FOUND', '没有这个对象，或者您不在知悉范围内');
const forbidden = (message = '您无权进行此操作') => new CaseError('FORBIDDEN', message);

/** Denied by default: a route without a rule answers 403, every object is loaded and judged before its handler runs. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(SessionService) private readonly sessions: SessionService,
    @Inject(ObjectQueries) private readonly objects: ObjectQueries,
    @Inject(PlayerQueries) private readonly players: PlayerQueries,
    @Inject(ShownFiles) private readonly shown: ShownFiles,
    @Inject(RefusedLooks) private readonly refusals: RefusedLooks,
    @Inject(settingsToken) private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.getAllAndOverride(accessRule, [context.getHandler(), context.getClass()]) as
      | AccessRule
      | undefined;
    if (!rule) throw new CaseError('NO_ACCESS_RULE', '这个地址没有声明访问规则');
    if (rule.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<AdmittedRequest>();
    const caller = await this.sessions.callerOf(request);
    if (caller.viaCookie) refuseCrossSite(request, rule.kind === 'sealed' ? this.settings.temporalUi : undefined);
    if (caller.mustChangePassword && !(rule.kind === 'signed-in' && rule.oneTime))
      throw new CaseError('PASSWORD_CHANGE_REQUIRED', '一次性口令只能用来设置新口令，请先修改口令');
    request.admitted = { caller, ...(await this.judge(rule, caller, request)) };
    return true;
  }

  private async judge(rule: AccessRule, caller: Caller, request: AdmittedRequest): Promise<Admitted> {
    try {
      return await this.admit(rule, caller, request);
    } catch (error) {
      await this.refusals.note(error, rule, caller, request);
      throw error;
    }
  }

  private async admit(rule: AccessRule, caller: Caller, request: AdmittedRequest): Promise<Admitted> {
    switch (rule.kind) {
      case 'public':
      case 'signed-in':
        return {};
      case 'business':
        requireBusiness(caller);
        return {};
      case 'staff':
        requireBusiness(caller);
        if (isSupervised(caller)) throw forbidden('受监督单位只办理交给本单位的事项');
        return {};
      case 'role':
        if (!caller.posts.some((post) => rule.roles.includes(post.role))) throw forbidden();
        return {};
      case 'case':
        return this.admitToCase(caller, idIn(request, rule.parameter), rule.may, playedIn(request));
      case 'task':
        return this.admitToTask(caller, idIn(request, rule.parameter), rule.may, playedIn(request));
      case 'attachment':
        return this.admitToAttachment(caller, idIn(request, rule.parameter));
      case 'sealed':
        if (!mayOpenSealed(caller)) throw forbidden('查看 Temporal 中的密文需要运行排障员岗位');
        return {};
      case 'registry':
        if (!mayKeepRegistry(caller)) throw forbidden('名册由组织部门和纪委监委维护');
        return {};
      case 'dossiers':
        await this.admitToDossiers(caller, rule.may, request);
        return {};
      case 'unit':
      case 'cadre':
        return this.admitToEntry(caller, rule.kind, { id: idIn(request, rule.parameter), may: rule.may });
    }
  }

  private async admitToCase(caller: Caller, id: string, may: CaseRight, as: string | null): Promise<Admitted> {
    const found = await this.visibleCase(caller, id);
    if (as !== null) return { ...(await this.admitPlayed(caller, found, as, may)), case: found };
    if (may === 'take-part' && !takesPart(caller, found)) throw forbidden('只有参与办理的人员可以进行此操作');
    if (may === 'steer' && !maySteer(caller, found)) throw forbidden('只有立案人或主管领导可以进行此操作');
    if (may === 'operate' && !mayOperate(caller, found)) throw forbidden('只有主管领导可以进行此操作');
    if (may === 'own-trial' && !actsForAll(caller, found))
      throw new CaseError('NOT_A_TRIAL', '只有试运行可以进行此操作');
    return { case: found };
  }

  /** `as`: in an own trial whom the caller plays, otherwise for whom the caller acts as a deputy. */
  private async admitToTask(caller: Caller, id: string, may: TaskRight, as: string | null): Promise<Admitted> {
    const found = await this.objects.taskById(id, caller);
    if (!found || !mayReadTask(caller, found.case, found.task)) throw hidden();
    if (as !== null && found.case.trial)
      return { ...(await this.admitPlayed(caller, found.case, as, may, found.task)), ...found };
    return { ...found, capacity: judgeTask(caller, found, { may, as }) };
  }

  /** In an own trial the caller may be judged as somebody else, by the same rules as in earnest. */
  private async admitPlayed(
    caller: Caller,
    found: CaseObject,
    as: string,
    may: CaseRight | TaskRight,
    task?: TaskObject,
  ): Promise<Pick<Admitted, 'caller'>> {
    if (!actsForAll(caller, found)) throw new CaseError('NOT_A_TRIAL', '只有在自己的试运行中可以扮演他人');
    const plays = await this.players.playerOf(as);
    const circle = asReal(found);
    if (task ? !mayReadTask(plays, circle, task) : !mayReadCase(plays, circle)) throw hidden();
    const acts = task !== undefined && mayActOnTask(plays, circle, task);
    const allowed = {
      read: true,
      act: acts,
      operate: acts || mayOperate(plays, circle),
      assign: acts || mayOperate(plays, circle),
      'take-part': takesPart(plays, circle),
      steer: maySteer(plays, circle),
      'own-trial': false,
    }[may];
    if (!allowed) throw forbidden(`${plays.name} 无权进行此操作`);
    return { caller: { ...caller, plays } };
  }

  private async admitToAttachment(caller: Caller, id: string): Promise<Admitted> {
    const found = await this.objects.attachmentById(id);
    if (!found || !isBusiness(caller)) throw hidden();
    if (found.cases.length === 0) {
      if (found.uploadedBy !== caller.user) throw hidden();
      return {};
    }
    const all = await Promise.all(found.cases.map((one) => this.objects.caseById(one, caller)));
    const object =
      all.find((one) => one && mayReadAttachment(caller, one, found.uploadedBy)) ??
      (await this.shown.shownIn(id, found.cases, caller));
    if (!object) throw hidden();
    return { case: object, attachment: id };
  }

  /** Nobody has to do with the dossier of himself, whatever his office. */
  private async admitToDossiers(caller: Caller, may: DossierRight, { params }: AdmittedRequest): Promise<void> {
    const { kind, subject } = params as { readonly kind?: string; readonly subject?: string };
    const oversees = may !== 'keep' && mayOverseeDossiers(caller);
    const keeps = may !== 'oversee' && isBusiness(caller) && (await this.objects.keepsDossiers(caller.user));
    if (!oversees && !keeps) throw forbidden('廉政档案由专人管理');
    if (kind === 'cadre' && subject !== undefined && (await this.objects.cadreOf(caller.user)) === subject)
      throw forbidden('本人的档案由他人管理');
  }

  private async admitToEntry(
    caller: Caller,
    kind: 'unit' | 'cadre',
    { id, may }: { readonly id: string; readonly may: EntryRight },
  ): Promise<Admitted> {
    const units = await (kind === 'unit' ? this.objects.unitById(id) : this.objects.unitsOfCadre(id));
    const readable = units && (kind === 'unit' ? mayReadUnit(caller, id) : mayReadCadre(caller, units));
    if (!readable) throw hidden();
    if (may === 'keep' && !mayKeepRegistry(caller)) throw forbidden('名册由组织部门和纪委监委维护');
    return {};
  }

  private async visibleCase(caller: Caller, id: string): Promise<CaseObject> {
    const found = await this.objects.caseById(id, caller);
    if (!found || !mayReadCase(caller, found)) throw hidden();
    return found;
  }
}

function requireBusiness(caller: Caller): void {
  if (!isBusiness(caller)) throw forbidden('系统管理类账号不办理业务');
}

function idIn(request: AdmittedRequest, parameter: string): string {
  const value = (request.params as Readonly<Record<string, string | undefined>>)[parameter];
  if (!value) throw hidden();
  return value;
}

/** Whom the caller plays: writes only, what is read is read as oneself. */
function playedIn({ method, query }: AdmittedRequest): string | null {
  const { as } = query as Readonly<Record<string, unknown>>;
  if (method === 'GET' || as === undefined) return null;
  if (typeof as !== 'string' || as === '')
    throw new CaseError('UNKNOWN_PERSON', '?as= 应是一个人员账号，或 role:岗位@单位');
  return as;
}
