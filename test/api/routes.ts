import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { accessRule } from '../../apps/api/access/access.ts';
import type { AccessRule } from '../../apps/api/access/access.ts';

export interface Route {
  readonly method: string;
  /** With `:parameters`, without the prefix. */
  readonly path: string;
  readonly rule: AccessRule | undefined;
}

/** Every route of the running application, from the framework itself. */
export function routesOf(app: NestFastifyApplication): readonly Route[] {
  const reflector = app.get(Reflector);
  const controllers = [...app.get(ModulesContainer).values()].flatMap(({ controllers: found }) => [...found.values()]);
  return controllers.flatMap(({ instance, metatype }) => {
    if (typeof metatype !== 'function') return [];
    const prototype = Object.getPrototypeOf(instance) as Record<string, (...given: never[]) => unknown>;
    const base = pathOf(metatype);
    return new MetadataScanner().getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name];
      if (!handler || !Reflect.hasMetadata(PATH_METADATA, handler)) return [];
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
      const path = [base, pathOf(handler)].filter((part) => part !== '').join('/');
      return [{ method, path: `/${path}`, rule: reflector.get(accessRule, handler) as AccessRule | undefined }];
    });
  });
}

const pathOf = (target: object): string =>
  String(Reflect.getMetadata(PATH_METADATA, target) ?? '').replaceAll(/^\/+|\/+$/g, '');
