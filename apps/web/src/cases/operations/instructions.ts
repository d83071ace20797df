import type { Instruction } from '../../../../../engine/correction.ts';

export const kinds = ['skip', 'repeat', 'move', 'cancel', 'start', 'startAfter'] as const;

/** A correction as it is being written; what its kind does not need is kept, so that nothing is lost by looking at another. */
export interface Draft {
  readonly kind: Instruction['kind'];
  readonly instanceId: string;
  readonly target: string;
  readonly outcome: string;
}

export const noDraft: Draft = { kind: 'skip', instanceId: '', target: '', outcome: '' };

export const needsToken = ({ kind }: Draft): boolean => kind !== 'start' && kind !== 'startAfter';
export const needsTarget = ({ kind }: Draft): boolean => kind === 'move' || kind === 'start' || kind === 'startAfter';

/** Null while something is missing. */
export function instructionOf(draft: Draft): Instruction | null {
  const { kind, instanceId, target, outcome } = draft;
  if ((needsToken(draft) && instanceId === '') || (needsTarget(draft) && target === '')) return null;
  switch (kind) {
    case 'skip':
      return { kind, instanceId, ...(outcome === '' ? {} : { outcome }) };
    case 'repeat':
    case 'cancel':
      return { kind, instanceId };
    case 'move':
      return { kind, instanceId, to: target };
    case 'start':
    case 'startAfter':
      return { kind, at: target };
  }
}
