import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CaseError } from '../../../domain/errors.ts';
import { SignedIn } from '../access/access.ts';
import { Answers } from '../problem/answers.ts';
import { FormStore } from './form.store.ts';

const formSchema = z.record(z.string(), z.unknown()).meta({ id: 'Form', description: 'JSON Schema 2020-12' });
const parametersSchema = z.object({ key: z.string().max(100) });

@ApiTags('definitions')
@Controller('forms')
export class FormController {
  constructor(@Inject(FormStore) private readonly forms: FormStore) {}

  @Get(':key')
  @SignedIn()
  @Answers(200, formSchema, { problems: [404, 422] })
  one(@Param({ schema: parametersSchema }) { key }: { key: string }): Readonly<Record<string, unknown>> {
    const form = this.forms.schemaOf(key);
    if (!form) throw new CaseError('NOT_FOUND', `没有名为“${key}”的表单`);
    return form;
  }
}
