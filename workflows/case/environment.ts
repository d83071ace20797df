import type { CaseEnvironment } from '../../engine/advance.types.ts';
import type { Command, Rulebook } from '../../engine/command.ts';
import { upcastModel } from '../../engine/formats/model.ts';
import type { CaseState } from '../../engine/state.ts';

/** What a case knows after a command, which may have brought a model or newer rules with it. */
export function environmentAfter(
  { models, rulebook }: CaseEnvironment,
  command: Command,
  before: CaseState,
): CaseEnvironment {
  switch (command.kind) {
    case 'modelResolved':
      return {
        models: { ...models, [command.ref]: upcastModel(command.model) },
        rulebook: command.rulebook && takes(before, rulebook, command.rulebook) ? command.rulebook : rulebook,
      };
    case 'migrate':
      return { rulebook, models: { ...models, [command.to]: upcastModel(command.model) } };
    case 'rulebookChanged':
      return { models, rulebook: command.rulebook };
    default:
      return { models, rulebook };
  }
}

/** Rules that come with a called process: newer ones, and not while the command is held, because nothing is planned by them then. */
const takes = ({ engineVersion, status }: CaseState, known: Rulebook, brought: Rulebook): boolean =>
  engineVersion < 2 || (status !== 'suspended' && brought.version > known.version);
