import { describe } from 'vitest';
import { tries, type Tries } from './cases.ts';
import { document, end, flows, freshKey, start, users } from './document.ts';
import { compensations } from './probe-compensation.ts';
import { endings } from './probe-endings.ts';
import { errors } from './probe-errors.ts';
import { escalations } from './probe-escalations.ts';
import { events } from './probe-events.ts';
import { gateways } from './probe-gateways.ts';
import { ends, error, handler, roots } from './probe-parts.ts';
import { repetitions } from './probe-repetitions.ts';
import { follow } from './script.ts';

const throwing =
  start('cs') +
  users('a') +
  ends('ce', error('E1')) +
  flows('cs>a>ce') +
  handler('h', error('E1'), users('x') + end('he') + flows('h_s>x>he'));

const called = (): { plain: string; caught: string } => ({ plain: freshKey(), caught: freshKey() });

export const probes: Tries = (under) => {
  for (const [group, some] of Object.entries({
    compensation: compensations,
    'errors and their handlers': errors,
    'escalations and their handlers': escalations,
    'ends and links': endings,
    'gateways once more': gateways,
    repetition: repetitions,
    'events once more': events,
  }))
    describe(group, () => {
      for (const [name, body, script, variables] of some) {
        const keys = called();
        const text = body.replace('CALLED_PLAIN', keys.plain).replace('"CALLED"', `"${keys.caught}"`);
        const process = (key: string, content: string): string =>
          text.includes(key) ? `<process id="${key}" isExecutable="true">${content}</process>` : '';
        const processes =
          process(keys.plain, start('cs') + users('a') + end('ce') + flows('cs>a>ce')) + process(keys.caught, throwing);
        tries(
          under,
          name,
          document(text, { roots, processes }),
          (t) => follow(t, script),
          variables ? { variables } : {},
        );
      }
    });
};
