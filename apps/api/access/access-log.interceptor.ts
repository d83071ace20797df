import { Inject, Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Observable } from 'rxjs';
import { AccessLog } from './access-log.ts';
import type { AdmittedRequest } from './caller.ts';

/** Writes down what is read, or looked at beforehand, before it is answered; what is done is in the journal. */
@Injectable()
export class AccessLogInterceptor implements NestInterceptor {
  constructor(@Inject(AccessLog) private readonly log: AccessLog) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const { admitted = {}, method, query, routeOptions } = http.getRequest<AdmittedRequest>();
    const { caller, case: circle, attachment } = admitted;
    const { preview } = query as Readonly<Record<string, unknown>>;
    if (!caller || !circle || (method !== 'GET' && preview !== 'true')) return next.handle();
    const look = {
      route: `${method} ${routeOptions.url}`,
      ...(attachment === undefined
        ? { object: 'case' as const }
        : { object: 'attachment' as const, objectId: attachment }),
    };
    if (await this.log.read(caller, circle, look))
      void http.getResponse<FastifyReply>().header('liandong-read-recorded', 'true');
    return next.handle();
  }
}
