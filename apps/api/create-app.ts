import 'reflect-metadata';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CaseError } from '../../domain/errors.ts';
import { AppModule } from './app.module.ts';
import { letTemporalPagesIn } from './codec/temporal-pages.ts';
import { refuseForeignContent } from './content-type.ts';
import { OpenApiDocument } from './openapi/openapi.controller.ts';
import { openApiOf } from './openapi/openapi.ts';
import { answerProblem, ProblemFilter } from './problem/problem.filter.ts';
import type { Settings } from './settings.ts';
import { closeIdleWhileStopping } from './stopping.ts';
import { refuseUnstorable } from './unstorable.ts';
import { validationPipe } from './validation.ts';

const megabyte = 1024 * 1024;

/** The whole HTTP application, ready to listen. */
export async function createApp(settings: Settings): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: megabyte,
    multipart: false,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error: Error, _request: FastifyRequest, reply: FastifyReply) => answerProblem(error, reply),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings), adapter, {
    bufferLogs: false,
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  app.setGlobalPrefix('api');
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter());
  app.useBodyParser(['application/xml', 'text/xml'], { bodyLimit: 2 * megabyte }, (_request, body, done) => {
    done(null, body);
  });
  refuseForeignContent(adapter.getInstance());
  refuseUnstorable(adapter.getInstance());
  letTemporalPagesIn(adapter.getInstance(), settings.temporalUi);
  closeIdleWhileStopping(adapter.getInstance());
  await app.register(helmet);
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: 200 * megabyte, files: 1, fields: 10, fieldSize: 10_000 } });
  await app.register(rateLimit, {
    max: 60_000,
    timeWindow: '1 minute',
    errorResponseBuilder: (_request, { ttl }) =>
      new CaseError('TOO_MANY_REQUESTS', '请求过于频繁，请稍后重试', { retryAfter: Math.ceil(ttl / 1000) }),
  });
  app.get(OpenApiDocument).document = openApiOf(app);
  await app.init();
  return app;
}
