import { Body, Controller, Get, HttpStatus, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Role, SignedIn } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { Answers } from '../problem/answers.ts';
import * as schema from './form.schema.ts';
import type { FormList, FormVersionParameters, PublishedForm, PublishFormQuery } from './form.schema.ts';
import { FormService } from './form.service.ts';
import type { FormSchema } from './form.ts';

@ApiTags('definitions')
@Controller('forms')
export class FormController {
  constructor(@Inject(FormService) private readonly forms: FormService) {}

  @Get()
  @SignedIn()
  @Answers(200, schema.formListSchema)
  list(): Promise<FormList> {
    return this.forms.list();
  }

  /** The newest version. */
  @Get(':key')
  @SignedIn()
  @Answers(200, schema.formSchema, { problems: [404, 422] })
  one(@Param({ schema: schema.formKeySchema }) { key }: { key: string }): Promise<FormSchema> {
    return this.forms.schema(key);
  }

  @Get(':key/versions')
  @SignedIn()
  @Answers(200, schema.formVersionsSchema, { problems: [404, 422] })
  versions(@Param({ schema: schema.formKeySchema }) { key }: { key: string }): Promise<FormList> {
    return this.forms.versions(key);
  }

  @Get(':key/versions/:version')
  @SignedIn()
  @Answers(200, schema.formSchema, { problems: [404, 422] })
  version(@Param({ schema: schema.formVersionSchema }) { key, version }: FormVersionParameters): Promise<FormSchema> {
    return this.forms.schema(key, version);
  }

  @Post(':key')
  @Role('designer')
  @Answers(201, schema.publishedFormSchema, { also: [200], problems: [409, 413, 422] })
  async publish(
    @Param({ schema: schema.formKeySchema }) { key }: { key: string },
    @Body({ schema: schema.formSchema }) body: FormSchema,
    @Query({ schema: schema.publishFormQuerySchema }) query: PublishFormQuery,
    @TheCaller() { user }: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PublishedForm> {
    const { form, created } = await this.forms.publish(key, body, user, query);
    void reply.status(created ? HttpStatus.CREATED : HttpStatus.OK);
    return form;
  }
}
