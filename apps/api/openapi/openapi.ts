import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { schemaConverter } from './schema-converter.ts';

/** Other content types of a successful answer, left by the route's declaration. */
function takeAlsoAs(operation: object): object | undefined {
  const extended = operation as { 'x-also-as'?: object };
  const { 'x-also-as': alsoAs } = extended;
  delete extended['x-also-as'];
  return alsoAs;
}

/** Problems are `application/problem+json`, whatever a route produces when it succeeds. */
function withContentTypes(document: OpenAPIObject): OpenAPIObject {
  for (const path of Object.values(document.paths)) {
    for (const operation of [path.get, path.post, path.put, path.patch, path.delete]) {
      const alsoAs = operation && takeAlsoAs(operation);
      for (const [status, response] of Object.entries(operation?.responses ?? {})) {
        if (!response || !('content' in response) || !response.content) continue;
        const [content] = Object.values(response.content);
        if (Number(status) >= 400 && content) response.content = { 'application/problem+json': content };
        if (Number(status) < 400 && alsoAs) Object.assign(response.content, alsoAs);
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
