import { Inject, Injectable } from '@nestjs/common';
import { isSupervised } from '../../../domain/access.ts';
import { CaseError } from '../../../domain/errors.ts';
import type { Caller } from '../access/caller.ts';
import { mechanismsOfRelease } from './mechanism.catalogue.ts';
import type { CatalogueEntry } from './mechanism.catalogue.ts';
import { periodsOf } from './mechanism.periods.ts';
import { MechanismQueries } from './mechanism.queries.ts';
import type { PublishedModel } from './mechanism.queries.ts';
import type { Mechanism, MechanismList, MechanismSummary } from './mechanism.schema.ts';

/** The mechanisms of joint supervision: the catalogue says which there are, their published procedures what they are like. */
@Injectable()
export class MechanismService {
  private readonly catalogue = mechanismsOfRelease();

  constructor(@Inject(MechanismQueries) private readonly queries: MechanismQueries) {}

  async list(caller: Caller): Promise<MechanismList> {
    const keys = this.catalogue.flatMap(keysOf);
    const [models, open] = await Promise.all([this.queries.models(keys), this.queries.open(caller)]);
    const items = this.catalogue.map((entry) => summaryOf(entry, { models, open, caller }));
    return { items, nextCursor: null, total: items.length };
  }

  async one(key: string, caller: Caller): Promise<Mechanism> {
    const entry = this.catalogue.find((one) => one.key === key);
    if (!entry) throw new CaseError('NOT_FOUND', `没有编号为“${key}”的机制`);
    const [models, open, rules] = await Promise.all([
      this.queries.models(keysOf(entry)),
      this.queries.open(caller),
      this.queries.rules(),
    ]);
    const own = keysOf(entry).flatMap((one) => models.find((model) => model.key === one) ?? []);
    return { ...summaryOf(entry, { models, open, caller }), periods: periodsOf(own, rules) };
  }
}

const keysOf = ({ opens, parts }: CatalogueEntry): readonly string[] => [...opens, ...parts];

interface Seen {
  readonly models: readonly PublishedModel[];
  readonly open: ReadonlyMap<string, number>;
  readonly caller: Caller;
}

/** A supervised unit opens only what says so. */
function summaryOf(entry: CatalogueEntry, { models, open, caller }: Seen): MechanismSummary {
  const { opens, parts: _, ledgers, page = null, ...named } = entry;
  const procedures = keysOf(entry).map((key) => {
    const model = models.find((one) => one.key === key);
    return {
      key,
      name: model?.name ?? key,
      version: model?.version ?? null,
      opens: opens.includes(key) && (!isSupervised(caller) || model?.openers === 'units'),
      documentation: model?.documentation ?? null,
      open: open.get(key) ?? 0,
    };
  });
  const total = procedures.reduce((sum, one) => sum + one.open, 0);
  return { ...named, procedures, ledgers: [...ledgers], page, open: total };
}
