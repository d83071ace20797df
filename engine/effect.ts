import type { Instant } from '../domain/time.ts';
import type { LinkKind } from '../domain/case-link.ts';
import type { Actor, Json, RecordRef, Thrown, Variables } from './command.ts';
import type { Heard } from './state.ts';

/** What advance asks the shell to do. Each has an id that is unique in the case and stable under replay: receivers drop a second delivery. */
export type Effect = { readonly id: string } & (
  | {
      readonly kind: 'callService';
      readonly instanceId: string;
      readonly elementId: string;
      readonly activity: string;
      readonly input: Variables;
      readonly retries?: number;
      readonly timeout?: string;
    }
  | { readonly kind: 'resolveModel'; readonly instanceId: string; readonly key: string; readonly version?: number }
  | {
      readonly kind: 'openChild';
      readonly instanceId: string;
      readonly elementId: string;
      readonly childId: string;
      readonly key: string;
      readonly version?: number;
      readonly title: string;
      readonly startsOn: string;
      readonly variables: Variables;
      /** Variables of the child that the call activity asks back, besides what the child itself gives. */
      readonly returns?: readonly string[];
      /** What the child's caller catches, if anything. */
      readonly hears?: Heard;
    }
  | { readonly kind: 'cancelChild'; readonly childId: string; readonly reason: string }
  /** Only when the case has a parent. */
  | {
      readonly kind: 'childEnded';
      readonly status: 'completed' | 'cancelled';
      readonly variables: Variables;
      /** What ended it, for the caller to catch. */
      readonly error?: Thrown;
    }
  | { readonly kind: 'childEscalated'; readonly escalation: Thrown }
  | {
      readonly kind: 'throwMessage';
      readonly name: string;
      readonly correlation: Variables;
      readonly variables: Variables;
    }
  | { readonly kind: 'throwSignal'; readonly name: string; readonly variables: Variables }
  /** The other case is told what this one is to it, or no longer is. */
  | { readonly kind: 'tellLink'; readonly caseId: string; readonly link: LinkKind; readonly removed: boolean }
  /** The other case is asked to end in this one; answered with what it brings. */
  | { readonly kind: 'absorb'; readonly caseId: string; readonly by: Actor | null; readonly reason?: string }
  | {
      readonly kind: 'openSplit';
      readonly childId: string;
      readonly key: string;
      readonly version?: number;
      readonly title: string;
      readonly startsOn: string;
      readonly startEventId?: string;
      readonly variables: Variables;
      readonly records: readonly RecordRef[];
      readonly attachments: readonly string[];
      readonly by: Actor | null;
    }
  /** A reminder, a due day or a rung: someone must be told; goes through the outbox. */
  | {
      readonly kind: 'notify';
      readonly taskId: string;
      readonly alarmId: string;
      readonly level: number;
      readonly action: string;
      readonly tell: readonly string[];
    }
  /** Somebody is told of a copy, by name; goes through the outbox. */
  | {
      readonly kind: 'tell';
      readonly about: 'copy' | 'copy-recalled';
      readonly copyId: string;
      readonly to: string;
      readonly taskId?: string;
    }
);

/** One fact of a step, as the journal and the timeline keep it. `kind` is a closed set: see engine/journal-kinds.ts. */
export interface JournalEntry {
  readonly kind: string;
  readonly at: Instant;
  readonly elementId?: string;
  readonly taskId?: string;
  readonly data?: { readonly [key: string]: Json };
}
