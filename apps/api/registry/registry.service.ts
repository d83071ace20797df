import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import * as cadres from '../../../domain/registry-cadres.ts';
import * as units from '../../../domain/registry-units.ts';
import type { Registry } from '../../../domain/registry.ts';
import type { Caller } from '../access/caller.ts';
import type { Envelope } from '../commands/envelope.ts';
import type * as bodies from './registry.bodies.ts';
import { RegistryStore } from './registry.store.ts';
import type { Body } from './registry.bodies.ts';
import type { RegistryWritten } from './registry.schema.ts';
import { UnitQueries } from './unit.queries.ts';

/** Who writes, and whether only to see what would happen. */
export interface Hand {
  readonly caller: Caller;
  readonly envelope: Envelope;
}

interface Order {
  readonly id: string;
  readonly act: string;
  readonly reason?: string | undefined;
  readonly rule: (registry: Registry) => Registry;
}

/** Each act on the registry: its rule from the domain, under the name that the trace keeps. */
@Injectable()
export class RegistryService {
  constructor(
    @Inject(RegistryStore) private readonly store: RegistryStore,
    @Inject(UnitQueries) private readonly queries: UnitQueries,
  ) {}

  foundUnit({ reason, id = freshId('u'), ...unit }: Body<typeof bodies.newUnitSchema>, hand: Hand) {
    return this.carryOut({ id, act: 'unit-founded', reason, rule: (of) => units.foundUnit(of, { id, ...unit }) }, hand);
  }

  changeUnit(id: string, { reason, ...change }: Body<typeof bodies.unitChangeSchema>, hand: Hand) {
    return this.carryOut(
      { id, act: 'unit-changed', reason, rule: (of) => units.changeUnit(of, id, given(change)) },
      hand,
    );
  }

  correctBegin(id: string, { reason, since }: Body<typeof bodies.unitBeginSchema>, hand: Hand) {
    return this.carryOut({ id, act: 'unit-corrected', reason, rule: (of) => units.correctBegin(of, id, since) }, hand);
  }

  async endUnit(id: string, { reason, ...end }: Body<typeof bodies.unitEndSchema>, hand: Hand) {
    const written = await this.carryOut(
      { id, act: 'unit-ended', reason, rule: (of) => units.endUnit(of, id, end) },
      hand,
    );
    const open = await this.queries.openIn(id, { id, until: end.on, successor: end.successor });
    return { ...written, open };
  }

  restoreUnit(id: string, { reason }: Body<typeof bodies.bareSchema>, hand: Hand) {
    return this.carryOut({ id, act: 'unit-restored', reason, rule: (of) => units.restoreUnit(of, id) }, hand);
  }

  registerCadre({ reason, id = freshId('c'), post, ...cadre }: Body<typeof bodies.newCadreSchema>, hand: Hand) {
    const rule = (of: Registry): Registry => {
      const known = cadres.registerCadre(of, { id, ...cadre });
      return post ? cadres.appoint(known, id, { ...post, leavingOthers: false }) : known;
    };
    return this.carryOut({ id, act: 'cadre-registered', reason, rule }, hand);
  }

  correctCadre(id: string, { reason, ...change }: Body<typeof bodies.cadreCorrectionSchema>, hand: Hand) {
    return this.carryOut(
      { id, act: 'cadre-corrected', reason, rule: (of) => cadres.correctCadre(of, id, given(change)) },
      hand,
    );
  }

  appoint(id: string, { reason, ...post }: Body<typeof bodies.appointmentSchema>, hand: Hand) {
    return this.carryOut({ id, act: 'appointed', reason, rule: (of) => cadres.appoint(of, id, post) }, hand);
  }

  correctPost(id: string, { reason, post, change }: Body<typeof bodies.postCorrectionSchema>, hand: Hand) {
    return this.carryOut(
      { id, act: 'post-corrected', reason, rule: (of) => cadres.correctPost(of, id, post, given(change)) },
      hand,
    );
  }

  leave(id: string, { reason, ...leaving }: Body<typeof bodies.leaveSchema>, hand: Hand) {
    return this.carryOut({ id, act: 'left', reason, rule: (of) => cadres.leave(of, id, leaving) }, hand);
  }

  giveCharge({ reason, leader, ...charge }: Body<typeof bodies.newPortfolioSchema>, hand: Hand) {
    return this.carryOut(
      { id: leader, act: 'charge-given', reason, rule: (of) => cadres.giveCharge(of, leader, charge) },
      hand,
    );
  }

  correctCharge({ reason, leader, change, ...key }: Body<typeof bodies.portfolioCorrectionSchema>, hand: Hand) {
    return this.carryOut(
      {
        id: leader,
        act: 'charge-corrected',
        reason,
        rule: (of) => cadres.correctCharge(of, leader, key, given(change)),
      },
      hand,
    );
  }

  private async carryOut({ id, act, reason = '', rule }: Order, { caller, envelope }: Hand): Promise<RegistryWritten> {
    const { preview } = envelope;
    const changes = await this.store.change({ act, by: caller.user, reason, preview }, rule);
    return { id, preview, changes: changes.map(({ before, after, ...one }) => ({ ...one, before, after })) };
  }
}

const freshId = (prefix: string): string => `${prefix}-${randomBytes(5).toString('hex')}`;

/** Without the fields that were left out: absent means unchanged. */
const given = <T extends object>(change: T) =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>;
  };
