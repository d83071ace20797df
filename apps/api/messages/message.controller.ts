import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Staff } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { TheEnvelope } from '../commands/envelope.ts';
import type { Envelope } from '../commands/envelope.ts';
import { Writes } from '../commands/writes.ts';
import { Answers } from '../problem/answers.ts';
import { messageSchema, reachedSchema, signalSchema } from './message.schema.ts';
import type { Message, Reached, Signal } from './message.schema.ts';
import { MessageService } from './message.service.ts';

@ApiTags('messages')
@Controller()
export class MessageController {
  constructor(@Inject(MessageService) private readonly messages: MessageService) {}

  @Post('messages')
  @Staff()
  @Writes()
  @Answers(200, reachedSchema, { also: [202], problems: [404, 409, 422] })
  message(
    @Body({ schema: messageSchema }) body: Message,
    @TheCaller() caller: Caller,
    @TheEnvelope() envelope: Envelope,
  ): Promise<Reached> {
    return this.messages.message(body, caller, envelope);
  }

  @Post('signals')
  @Staff()
  @Writes()
  @Answers(200, reachedSchema, { also: [202], problems: [409, 422] })
  signal(
    @Body({ schema: signalSchema }) body: Signal,
    @TheCaller() caller: Caller,
    @TheEnvelope() envelope: Envelope,
  ): Promise<Reached> {
    return this.messages.signal(body, caller, envelope);
  }
}
