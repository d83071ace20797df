import type { CaseEnvironment } from '../../engine/advance.types.ts';
import type { Command } from '../../engine/command.ts';
import { upcastModel } from '../../engine/formats/model.ts';

/** A command may bring a model or newer rules with it; what it brings counts for its own step already. */
export function environmentFor(environment: CaseEnvironment, command: Command): CaseEnvironment {
  switch (command.kind) {
    case 'modelResolved':
      return {
        models: { ...environment.models, [command.ref]: upcastModel(command.model) },
        rulebook: command.rulebook ?? environment.rulebook,
      };
    case 'migrate':
      return { ...environment, models: { ...environment.models, [command.to]: upcastModel(command.model) } };
    case 'rulebookChanged':
      return { ...environment, rulebook: command.rulebook };
    default:
      return environment;
  }
}
