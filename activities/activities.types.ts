import type { ArrivingRecord, LinkInput, ModelRef, Rulebook, Variables } from '../engine/command.ts';
import type { Effect } from '../engine/effect.ts';
import type { ProcessModel } from '../engine/model.ts';
import type { RecordStep } from './record.types.ts';

type EffectOf<Kind extends Effect['kind']> = Extract<Effect, { kind: Kind }>;

/** Who sends an effect, as the receiver and the family's bookkeeping need to know it. */
export interface Sender {
  readonly caseId: string;
  readonly number: string;
  readonly family: string;
  readonly trial: boolean;
  readonly openedBy: string | null;
  readonly parent: { readonly caseId: string; readonly instanceId: string } | null;
  /** The sender's clock when it sent the effect. */
  readonly at: number;
}

type ServiceAnswer =
  | { readonly done: true; readonly result: Variables }
  | { readonly done: false; readonly message: string; readonly errorCode?: string };

type ResolvedModel =
  | { readonly found: true; readonly ref: ModelRef; readonly model: ProcessModel; readonly rulebook: Rulebook }
  | { readonly found: false; readonly message: string };

type OpenedChild =
  | { readonly opened: true; readonly number: string }
  | { readonly opened: false; readonly message: string };

type Refused = { readonly code: string; readonly message: string };

type Absorbed =
  | {
      readonly merged: true;
      readonly number: string;
      readonly records: readonly ArrivingRecord[];
      readonly links: readonly LinkInput[];
      readonly recused: readonly string[];
    }
  | ({ readonly merged: false } & Refused);

type OpenedSplit = { readonly opened: true; readonly number: string } | ({ readonly opened: false } & Refused);

export type DeliverableEffect = EffectOf<
  'cancelChild' | 'childEnded' | 'childEscalated' | 'throwMessage' | 'throwSignal' | 'tellLink'
>;

/** What the case workflow asks of the world. Every one of them may run twice: an effect's id makes the second harmless. */
export interface CaseActivities {
  record: RecordStep;
  /** The rules in force now. */
  loadRulebook(): Promise<Rulebook>;
  /** Takes back journal rows beyond the sequence that the workflow stands at: they never became durable. */
  voidBeyond(step: { readonly caseId: string; readonly seq: number; readonly at: number }): Promise<number>;
  callService(sender: Sender, effect: EffectOf<'callService'>): Promise<ServiceAnswer>;
  resolveModel(sender: Sender, effect: EffectOf<'resolveModel'>): Promise<ResolvedModel>;
  openChild(sender: Sender, effect: EffectOf<'openChild'>): Promise<OpenedChild>;
  absorb(sender: Sender, effect: EffectOf<'absorb'>): Promise<Absorbed>;
  openSplit(sender: Sender, effect: EffectOf<'openSplit'>): Promise<OpenedSplit>;
  deliver(sender: Sender, effect: DeliverableEffect): Promise<void>;
  /** A delivery whose answer the sender's own case no longer wants is done all the same. */
  settleDelivery(deliveryId: string, at: number): Promise<void>;
}
