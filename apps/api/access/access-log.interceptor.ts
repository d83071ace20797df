import { Inject, Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { concatMap } from 'rxjs';
import type { Observable } from 'rxjs';
import { AccessLog } from './access-log.ts';
import type { AdmittedRequest } from './caller.ts';
import { LooksAtRows } from './looks-at-rows.ts';

/** Writes down what is read, or looked at beforehand, before it is answered; what is done is in the journal. */
@Injectable()
export class AccessLogInterceptor implements NestInterceptor {
  constructor(
    @Inject(AccessLog) private readonly log: AccessLog,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const { admitted = {}, method, params, query, routeOptions } = http.getRequest<AdmittedRequest>();
    const { caller, case: circle, attachment } = admitted;
    const { preview } = query as Readonly<Record<string, unknown>>;
    const route = `${method} ${routeOptions.url}`;
    const rowsOf = this.reflector.get(LooksAtRows, context.getHandler()) as 'id' | 'key' | undefined;
    if (caller && rowsOf !== undefined) {
      const objectId = (params as Readonly<Record<string, string>>)[rowsOf] ?? '';
      const written = async (rows: unknown) => {
        await this.log.elsewhere(caller, { object: 'rows', objectId, route });
        return rows;
      };
      return next.handle().pipe(concatMap(written));
    }
    if (!caller || !circle || (method !== 'GET' && preview !== 'true')) return next.handle();
    const look = {
      route,
      ...(attachment === undefined
        ? { object: 'case' as const }
        : { object: 'attachment' as const, objectId: attachment }),
    };
    if (await this.log.read(caller, circle, look))
      void http.getResponse<FastifyReply>().header('liandong-read-recorded', 'true');
    return next.handle();
  }
}
