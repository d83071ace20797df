import { Controller, Get, Inject, Injectable, Module } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Public } from '../access/access.ts';

/** Holds the document, which can only be made once the application stands. */
@Injectable()
export class OpenApiDocument {
  document: OpenAPIObject | undefined;
}

@ApiExcludeController()
@Controller()
class OpenApiController {
  constructor(@Inject(OpenApiDocument) private readonly holder: OpenApiDocument) {}

  @Get('openapi.json')
  @Public()
  document(): OpenAPIObject {
    if (!this.holder.document) throw new Error('the OpenAPI document is made before the server listens');
    return this.holder.document;
  }
}

@Module({ controllers: [OpenApiController], providers: [OpenApiDocument] })
export class OpenApiModule {}
