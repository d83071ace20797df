import { Inject, Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { concatMap, from, map } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Step } from '../../../scenarios/scenario.ts';
import type { AdmittedRequest } from '../access/caller.ts';
import type { EnvelopedRequest } from '../commands/envelope.ts';
import { Trail } from './trail.ts';

type Request = AdmittedRequest & EnvelopedRequest;
interface Reached {
  readonly cases?: readonly string[];
  readonly started?: readonly string[];
}

/** Every act in a trial is written down once it has been made; repeated requests and previews are not. */
@Injectable()
export class TrailInterceptor implements NestInterceptor {
  constructor(@Inject(Trail) private readonly trail: Trail) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<Request>();
    const step = await this.stepOf(request);
    if (!step) return next.handle();
    return next
      .handle()
      .pipe(concatMap((answer: unknown) => from(this.note(request, step, answer)).pipe(map(() => answer))));
  }

  private async stepOf({ routeOptions, admitted, envelope, body, query, params }: Request): Promise<Step | null> {
    if (!envelope || envelope.preview || !admitted || typeof body !== 'object' || body === null) return null;
    const given = body as Readonly<Record<string, unknown>>;
    if (!admitted.case?.trial && given['trial'] !== true) return null;
    return this.trail.stepOf({
      route: (routeOptions.url ?? '').replace(/^\/api/, ''),
      admitted,
      body: given,
      as: (query as { as?: string }).as,
      incidentId: (params as { incidentId?: string }).incidentId,
    });
  }

  private async note({ admitted }: Request, step: Step, answer: unknown): Promise<void> {
    if (admitted?.case) return this.trail.note(admitted.case.id, step);
    const { cases = [], started = [] } = (answer ?? {}) as Reached;
    return this.trail.noteAll([...cases, ...started], step);
  }
}
