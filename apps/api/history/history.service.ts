import { Inject, Injectable } from '@nestjs/common';
import { isGuest, isSupervised } from '../../../domain/access.ts';
import { CaseError } from '../../../domain/errors.ts';
import { isoOf } from '../../../domain/instant.ts';
import type { Json } from '../../../engine/command.ts';
import { drawn } from '../../../engine/layout/drawn.ts';
import type { Caller } from '../access/caller.ts';
import type { CaseObject } from '../access/object.queries.ts';
import { contentsOf, withContainers } from './containers.ts';
import { viewOf } from '../attachments/attachment.service.ts';
import { Converter } from '../attachments/converter.ts';
import { HistoryQueries } from './history.queries.ts';
import type { Diagram, Documents, Entry, Timeline, TimelineQuery } from './history.schema.ts';

@Injectable()
export class HistoryService {
  constructor(
    @Inject(HistoryQueries) private readonly queries: HistoryQueries,
    @Inject(Converter) private readonly converter: Converter,
  ) {}

  async timeline(caseId: string, caller: Caller, query: TimelineQuery): Promise<Timeline> {
    const { rows, ...page } = await this.queries.timeline(caseId, caller, query);
    return { ...page, items: rows.map((row) => ({ ...row, at: isoOf(row.at), data: withIsoInstants(row.data) })) };
  }

  async diagram(found: CaseObject, caller: Caller): Promise<Diagram> {
    const { definitionKey, version } = found;
    const guest = isGuest(caller, found);
    if (guest && isSupervised(caller)) throw new CaseError('FORBIDDEN', '流程图供办理机关使用');
    const now = new Date(found.trial ? found.clock : Date.now());
    const [row, elements, calls] = await Promise.all([
      this.queries.procedureOf(found),
      this.queries.trail(found.id, caller, { now, ownOnly: guest }),
      guest ? [] : this.queries.calls(found.id),
    ]);
    if (!row) throw new Error(`the definition ${definitionKey}@${version} of a case is missing`);
    return {
      definitionKey,
      version,
      bpmn: await drawn(row.document.toString('utf8')),
      elements: withContainers(
        elements,
        calls.filter(({ open }) => open),
        row.scopes,
      ),
      inside: contentsOf(elements, calls, row.scopes),
    };
  }

  async documents(found: CaseObject, caller: Caller): Promise<Documents> {
    const [letters, attachments] = await Promise.all([
      this.queries.letters(found, caller),
      this.queries.attachments(found, caller),
    ]);
    return {
      letters: letters.map(({ createdAt, changedAt, data, ...letter }) => ({
        ...letter,
        type: typeof data['type'] === 'string' ? data['type'] : null,
        createdAt: isoOf(createdAt),
        changedAt: isoOf(changedAt),
        data: { ...data },
      })),
      attachments: attachments.map(({ uploadedAt, ...file }) => ({
        ...file,
        uploadedAt: isoOf(uploadedAt),
        ...viewOf(file.name, this.converter.available),
      })),
    };
  }
}

/** Instants inside an entry's data, told by their names, as people and programs read them. */
function withIsoInstants(data: Entry['data']): Entry['data'] {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, readable(name, value)]));
}

function readable(name: string, value: Json): Json {
  if (typeof value === 'number' && /(^at|At)$/.test(name)) return isoOf(value);
  return isMembers(value) ? withIsoInstants(value) : value;
}

const isMembers = (value: Json): value is Entry['data'] =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
