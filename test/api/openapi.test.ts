import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { OpenAPIObject } from '@nestjs/swagger';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { routesOf } from './routes.ts';

let api: Api;
let document: OpenAPIObject;
beforeAll(async () => {
  api = await startApi();
  document = JSON.parse((await api.get(null, '/openapi.json')).text) as OpenAPIObject;
});
afterAll(() => api.stop());

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
interface Response {
  readonly content?: Readonly<Record<string, { readonly schema?: object }>>;
}

const operations = () =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((method) => {
      const operation = item[method];
      return operation ? [{ name: `${method.toUpperCase()} ${path}`, operation }] : [];
    }),
  );
const responsesOf = ({ responses }: Operation) => Object.entries(responses) as [string, Response][];

describe('the OpenAPI document', () => {
  it('is of version 3.1 and has every route but itself', () => {
    expect(document.openapi).toBe('3.1.0');
    const expected = routesOf(api.app)
      .map(({ method, path }) => `${method} /api${path.replaceAll(/:(\w+)/g, '{$1}')}`)
      .filter((name) => name !== 'GET /api/openapi.json');
    expect(
      operations()
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(expected.toSorted());
  });

  it('types every success and every problem', () => {
    for (const { name, operation } of operations()) {
      const responses = responsesOf(operation);
      expect([name, responses.some(([status]) => status.startsWith('2'))]).toEqual([name, true]);
      for (const [status, { content = {} }] of responses) {
        const types = Object.keys(content);
        const schemas = Object.values(content).map(({ schema }) => schema);
        expect([name, status, types.length > 0]).toEqual([name, status, true]);
        for (const schema of schemas)
          expect([name, status, Object.keys(schema ?? {}).length > 0]).toEqual([name, status, true]);
        if (Number(status) >= 400) expect([name, status, types]).toEqual([name, status, ['application/problem+json']]);
      }
      expect([name, ['400', '429', '500', '503'].every((status) => status in operation.responses)]).toEqual([
        name,
        true,
      ]);
    }
  });

  it('types every path parameter, and the body of every write that has one', () => {
    for (const { name, operation } of operations()) {
      const wanted = [...name.matchAll(/\{(\w+)\}/g)].map(([, parameter = '']) => parameter);
      const parameters = (operation.parameters ?? []) as { name: string; in: string; schema?: object }[];
      const given = parameters.filter((parameter) => parameter.in === 'path');
      expect([name, given.map((parameter) => parameter.name).toSorted()]).toEqual([name, wanted.toSorted()]);
      for (const parameter of parameters)
        expect([name, parameter.name, parameter.schema]).not.toEqual([name, parameter.name, undefined]);
      const bodyless = /^(GET|DELETE) /.test(name) || /\/(logout|me\/calendar)$/.test(name);
      expect([name, 'requestBody' in operation]).toEqual([name, !bodyless]);
    }
  });

  it('says of every route that is not public that it may answer 401', () => {
    const open = new Set(
      routesOf(api.app)
        .filter(({ rule }) => rule?.kind === 'public')
        .map(({ method, path }) => `${method} /api${path.replaceAll(/:(\w+)/g, '{$1}')}`),
    );
    for (const { name, operation } of operations())
      expect([name, '401' in operation.responses]).toEqual([
        name,
        !open.has(name) || /\/(login|deliveries\/\{id\})$/.test(name),
      ]);
  });

  it('has schemas that are valid JSON Schema 2020-12, with every reference resolved', () => {
    const ajv = new Ajv2020({ strict: false });
    const text = JSON.stringify(document);
    const known = new Set(Object.keys(document.components?.schemas ?? {}));
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) expect(known).toContain(name);
    const defs = JSON.parse(
      JSON.stringify(document.components?.schemas ?? {}).replaceAll('#/components/schemas/', '#/$defs/'),
    ) as object;
    for (const name of known) expect(() => ajv.compile({ $ref: `#/$defs/${name}`, $defs: defs })).not.toThrow();
  });
});
