import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { ZipFile } from 'yazl';
import { isoOf } from '../../../domain/instant.ts';
import type { Caller } from '../access/caller.ts';
import type { CaseObject } from '../access/object.queries.ts';
import { FileStore } from '../attachments/file.store.ts';
import { CaseReader } from '../cases/case.reader.ts';
import { NameBook } from '../directory/names.ts';
import { HistoryService } from '../history/history.service.ts';
import type { Entry } from '../history/history.schema.ts';
import { allPages } from '../sheets/all-pages.ts';
import { CaseFileQueries } from './case-file.queries.ts';
import { storySheet } from './story.sheet.ts';

const howToVerify = (number: string): string => `${number} 卷宗

案件.json      案件数据
经过.xlsx      全部经过，一行一事
台账.json      问题、线索、整改、措施、文书等台账记录
日志.jsonl     卷宗日志的散列链：一行一步，canonical 是签入散列的原文，hash 是其 SHA-256
附件/          全部附件
SHA256SUMS.txt 以上各文件的 SHA-256

核对文件：sha256sum -c SHA256SUMS.txt
核对日志：逐行计算 canonical（UTF-8）的 SHA-256，应等于同一行的 hash，并出现在下一行 canonical 的最后一项；
第一行 canonical 的最后一项为空。最后一行的 hash 与系统“留痕”页所示的链尾一致，即为完整。
`;

/** Puts the archive of a case together; attachments are streamed into it. */
@Injectable()
export class CaseFile {
  constructor(
    @Inject(CaseReader) private readonly cases: CaseReader,
    @Inject(HistoryService) private readonly history: HistoryService,
    @Inject(CaseFileQueries) private readonly queries: CaseFileQueries,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(NameBook) private readonly book: NameBook,
  ) {}

  private async story(id: string, caller: Caller): Promise<readonly Entry[]> {
    const entries: Entry[] = [];
    for await (const entry of allPages((cursor) => this.history.timeline(id, caller, { limit: 1000, cursor })))
      entries.push(entry);
    return entries;
  }

  async of(found: CaseObject, caller: Caller): Promise<{ readonly name: string; readonly content: Readable }> {
    const [matter, story, { attachments }, records, links, names] = await Promise.all([
      this.cases.one(found.id, caller),
      this.story(found.id, caller),
      this.history.documents(found, caller),
      this.queries.records(found.id),
      this.queries.links(found.id),
      this.book.names(),
    ]);
    const texts: readonly (readonly [string, Buffer])[] = [
      ['说明.txt', Buffer.from(howToVerify(matter.number))],
      ['案件.json', json({ ...matter, exportedBy: caller.user, exportedAt: isoOf(Date.now()) })],
      ['经过.xlsx', await storySheet(story, names)],
      ['台账.json', json(records)],
      ['日志.jsonl', Buffer.from(links.map((link) => `${JSON.stringify(link)}\n`).join(''))],
    ];
    const stored = named(attachments.map(({ name, hash }) => ({ name, hash })));
    const sums = [
      ...texts.map(([name, content]) => `${sha256(content)}  ${name}`),
      ...stored.map(({ name, hash }) => `${hash}  附件/${name}`),
    ];
    const zip = new ZipFile();
    for (const [name, content] of texts) zip.addBuffer(content, name);
    for (const { name, hash } of stored)
      zip.addReadStreamLazy(`附件/${name}`, (give) => give(null, createReadStream(this.files.pathOf(hash))));
    zip.addBuffer(Buffer.from(`${sums.join('\n')}\n`), 'SHA256SUMS.txt');
    zip.end();
    return { name: `${matter.number} 卷宗`, content: zip.outputStream as Readable };
  }
}

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value, null, 2));
const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

/** Two files of one name are told apart by a number. */
function named(files: readonly { readonly name: string; readonly hash: string }[]) {
  const taken = new Map<string, number>();
  return files.map(({ name, hash }) => {
    const times = taken.get(name) ?? 0;
    taken.set(name, times + 1);
    return { hash, name: times === 0 ? name : name.replace(/(\.[^.]*)?$/, `（${times + 1}）$1`) };
  });
}
