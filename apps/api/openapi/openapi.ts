import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { schemaConverter } from './schema-converter.ts';

type Content = Readonly<Record<string, object>>;

/** Other content types of a successful answer, left by the route's declaration. */
function declaredContent(operation: object): {
  readonly alsoAs: Content | undefined;
  readonly instead: Content | undefined;
} {
  const extended = operation as { 'x-also-as'?: Content; 'x-instead'?: Content };
  const { 'x-also-as': alsoAs, 'x-instead': instead } = extended;
  delete extended['x-also-as'];
  delete extended['x-instead'];
  return { alsoAs, instead };
}

/** Problems are `application/problem+json`, whatever a route produces when it succeeds. */
function withContentTypes(document: OpenAPIObject): OpenAPIObject {
  for (const path of Object.values(document.paths)) {
    for (const operation of [path.get, path.post, path.put, path.patch, path.delete]) {
      const { alsoAs, instead } = declaredContent(operation ?? {});
      for (const [status, response] of Object.entries(operation?.responses ?? {})) {
        if (!response || !('content' in response) || !response.content) continue;
        const [content] = Object.values(response.content);
        if (Number(status) >= 400 && content) response.content = { 'application/problem+json': content };
        if (Number(status) >= 400) continue;
        if (instead) response.content = { ...instead };
        else Object.assign(response.content, alsoAs);
      }
    }
  }
  return document;
}

/** The OpenAPI 3.1 document of the running application. */
export function openApiOf(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('联动 Liandong')
    .setDescription('联合监督案件流转引擎')
    .setVersion('0.1.0')
    .addBearerAuth()
    .build();
  return withContentTypes(SwaggerModule.createDocument(app, config, { standardSchemaConverter: schemaConverter }));
}
