import { takeUpAgain } from '../aside/hold-end.ts';
import { CaseError } from '../../domain/errors.ts';
import type { ActOf } from '../cases/apply.ts';
import type { Instruction } from '../correction.ts';
import type { Json } from '../command.ts';
import type { Step } from '../step.ts';
import { warningsOf } from './consequences.ts';
import { sweepEmptied } from './emptied.ts';
import { cancelBranch, move, repeatWork, skip } from './standing.ts';
import { begin, beginAfter } from './starting.ts';
import type { Work } from './work.ts';

/** Instance by instance of Operaton's modification: all instructions together or none, then every token goes as far as it can. */
export function correctCase(step: Step, { instructions, force = false }: ActOf<'correctCase'>): void {
  if (instructions.length === 0) throw new CaseError('NOTHING_TO_CORRECT', '请写明要做的更正。');
  const work = { emptied: new Set<string>(), concerned: new Set<string>() };
  for (const instruction of instructions) carryOut(step, instruction, work);
  sweepEmptied(step, work);
  takeUpAgain(step);
  const warnings = warningsOf(step);
  step.warnings.push(...warnings);
  if (warnings.length > 0 && !force && !step.command.rehearsal) {
    throw new CaseError(
      'UNSOUND_RESULT',
      `更正会使流程停滞或缺步：${warnings.map(({ message }) => message).join('；')}。确要如此的，请注明仍要更正。`,
      {
        defects: warnings,
      },
    );
  }
  step.journal(
    'case-corrected',
    {},
    {
      instructions: instructions as unknown as Json,
      for: [...work.concerned],
      ...(warnings.length > 0 ? { warnings: warnings.map(({ code }) => code) } : {}),
    },
  );
}

function carryOut(step: Step, instruction: Instruction, work: Work): void {
  switch (instruction.kind) {
    case 'cancel':
      return cancelBranch(step, instruction, work);
    case 'skip':
      return skip(step, instruction, work);
    case 'repeat':
      return repeatWork(step, instruction, work);
    case 'move':
      return move(step, instruction, work);
    case 'start':
      return begin(step, instruction);
    case 'startAfter':
      return beginAfter(step, instruction);
  }
}
