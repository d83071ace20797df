import { applyDecorators, createParamDecorator, Patch, Post } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { KeepsRegistry, OnCadre, OnUnit } from '../access/access.ts';
import type { AdmittedRequest } from '../access/caller.ts';
import type { EnvelopedRequest } from '../commands/envelope.ts';
import { Writes } from '../commands/writes.ts';
import { Answers } from '../problem/answers.ts';
import { registryWrittenSchema } from './registry.schema.ts';
import type { Hand } from './registry.service.ts';

const answers = (status: number) => Answers(status, registryWrittenSchema, { problems: [404, 409, 422] });

/** A new entry of the registry. */
export const NewEntry = (path = '') => applyDecorators(Post(path), KeepsRegistry(), Writes(), answers(201));

/** An act on one entry. */
export const EntryAct = (kind: 'unit' | 'cadre', path: string) =>
  applyDecorators(Post(`:id/${path}`), ...onEntry(kind), answers(200));

export const EntryCorrection = (kind: 'unit' | 'cadre') =>
  applyDecorators(Patch(':id'), ...onEntry(kind), answers(200));

const onEntry = (kind: 'unit' | 'cadre') => [
  kind === 'unit' ? OnUnit('keep') : OnCadre('keep'),
  ApiParam({ name: 'id', type: String }),
  Writes(),
];

/** Whoever writes, with the envelope of the write. */
export const TheHand = createParamDecorator((_: unknown, context: ExecutionContext): Hand => {
  const { admitted, envelope } = context.switchToHttp().getRequest<AdmittedRequest & EnvelopedRequest>();
  if (!admitted?.caller || !envelope) throw new Error('a write without a caller or an envelope');
  return { caller: admitted.caller, envelope };
});
