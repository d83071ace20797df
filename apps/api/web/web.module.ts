import { Inject, Logger, Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { join } from 'node:path';
import { settingsToken } from '../settings.ts';
import type { Settings } from '../settings.ts';
import { readPage } from './page.ts';

const aYear = '365d';

/** The browser's pages beside the API: hashed files for ever, every other address the page itself. They need no session. */
@Module({})
export class WebModule implements OnModuleInit {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(settingsToken) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    const folder = this.settings.web;
    if (folder === undefined) return new Logger('Web').log('LIANDONG_WEB is not set: no pages are served');
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    const page = readPage(folder);
    // Not awaited: waiting would close the server's setting-up, and what it cannot read would no longer be answered as a problem.
    void server.register(fastifyStatic, {
      root: join(folder, 'assets'),
      prefix: '/assets/',
      preCompressed: true,
      immutable: true,
      maxAge: aYear,
      decorateReply: false,
    });
    server.get('/icon.svg', (_request, reply) => reply.type('image/svg+xml').send(page.icon));
    server.get('/*', (request, reply) => {
      if (/^\/(api|assets)(\/|$|\?)/.test(request.url)) return reply.callNotFound();
      const { html, policy } = page.answer(request.headers['x-forwarded-prefix']);
      return reply
        .headers({ 'content-security-policy': policy, 'cache-control': 'no-store' })
        .type('text/html; charset=utf-8')
        .send(html);
    });
  }
}
