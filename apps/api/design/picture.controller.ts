import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SignedIn } from '../access/access.ts';
import { keySchema, versionSchema } from '../definitions/definition.schema.ts';
import type { VersionParameters } from '../definitions/definition.schema.ts';
import { Answers } from '../problem/answers.ts';
import { publishedPictureSchema } from './document.schema.ts';
import type { PublishedPicture } from './document.schema.ts';
import { DocumentService } from './document.service.ts';

/** A published procedure as a picture, whether or not its document brought one. */
@ApiTags('definitions')
@Controller('definitions/:key')
export class PictureController {
  constructor(@Inject(DocumentService) private readonly documents: DocumentService) {}

  @Get('diagram')
  @SignedIn()
  @Answers(200, publishedPictureSchema, { problems: [404, 422] })
  newest(@Param({ schema: keySchema }) { key }: { key: string }): Promise<PublishedPicture> {
    return this.documents.picture(key, null);
  }

  @Get('versions/:version/diagram')
  @SignedIn()
  @Answers(200, publishedPictureSchema, { problems: [404, 422] })
  version(@Param({ schema: versionSchema }) { key, version }: VersionParameters): Promise<PublishedPicture> {
    return this.documents.picture(key, version);
  }
}
