import { Inject, Injectable } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import { defaultSecrecy, requireAsSecret, secrecyOf } from '../../../domain/secrecy.ts';
import type { Act } from '../../../engine/command.ts';
import { CaseOpening } from '../cases/case.opening.ts';
import { CaseReader } from '../cases/case.reader.ts';
import type { CaseOrder } from '../cases/case.service.ts';
import { CommandService } from '../commands/command.service.ts';
import { Previewed } from '../commands/preview.ts';
import type { Preview } from '../commands/preview.schema.ts';
import { Settling } from '../commands/settling.ts';
import { LinkQueries } from './link.queries.ts';
import type { Split, SplitCase } from './link.schema.ts';

/** 分案: a case of its own with what was chosen, opened by a message of the one that it comes from. */
@Injectable()
export class SplitService {
  constructor(
    @Inject(LinkQueries) private readonly queries: LinkQueries,
    @Inject(CaseOpening) private readonly opening: CaseOpening,
    @Inject(CommandService) private readonly commands: CommandService,
    @Inject(CaseReader) private readonly reader: CaseReader,
    @Inject(Settling) private readonly settling: Settling,
  ) {}

  async split(order: CaseOrder, body: Split): Promise<SplitCase> {
    const { caller, case: from } = order;
    const { definitionKey: key, version, title, startsOn, startEvent, reason } = body;
    const { variables, values, records, attachments } = body;
    const strange = await this.queries.strangeAttachments(from.id, attachments ?? []);
    if (strange.length > 0)
      throw new CaseError('UNKNOWN_ATTACHMENT', `附件${strange.join('、')}不在本案`, { ids: strange });
    const beginning = await this.rehearse(order, body);
    const act: Act = {
      kind: 'splitCase',
      key,
      title,
      ...(version === undefined ? {} : { version }),
      ...(startsOn === undefined ? {} : { startsOn }),
      ...(startEvent === undefined ? {} : { startEventId: startEvent }),
      ...(variables ? { variables } : {}),
      ...(values ? { values } : {}),
      ...(records ? { records } : {}),
      ...(attachments ? { attachments } : {}),
    };
    const { seq, settled } = await this.commands.carryOut({ ...order, act, reason }).catch((error: unknown) => {
      if (!(error instanceof Previewed)) throw error;
      // What opens is the new case's.
      throw new Previewed({ ...error.preview, opened: [...error.preview.opened, ...beginning.opened] });
    });
    const id = await this.queries.splitAskedBy(from.id, seq);
    const answer = await this.queries.answerAbout(from.id, id, seq);
    if (answer?.kind === 'split-refused') throw new CaseError(answer.code ?? 'REFUSED', answer.message ?? '未能分案');
    if (!answer) throw new CaseError('UNAVAILABLE', '新案正在立案，请稍后在本案的关联案件中查看');
    const rests = settled && (await this.settling.atRest(id));
    return { ...(await this.reader.one(id, caller)), splitFrom: from.id, settled: rests };
  }

  /** What the new case would be refused for is told before anything is asked; answers how it would begin. */
  private async rehearse({ caller, case: from, envelope }: CaseOrder, body: Split): Promise<Preview> {
    const { definitionKey, version, title, startsOn, startEvent: startEventId, variables = [], values } = body;
    const known = await this.queries.variablesOf(from.id);
    const taken = Object.fromEntries(variables.flatMap((name) => (name in known ? [[name, known[name] ?? null]] : [])));
    const opening = { definitionKey, version, title, startsOn, startEventId, variables: { ...taken, ...values } };
    const { model, preview } = await this.opening.rehearse({ ...opening, trial: from.trial }, caller, envelope);
    requireAsSecret(await this.queries.secrecyOf(from.id), secrecyOf(model.secrecy ?? '') ?? defaultSecrecy);
    return preview;
  }
}
