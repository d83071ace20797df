import { loadRulebook } from '../../definitions/load.ts';
import type { Rulebook } from '../../engine/command.ts';
import { CaseError } from '../../domain/errors.ts';
import type { Content } from './bpmn.ts';
import { modelOf, play, type Play, type PlayOptions } from './run.ts';

const rulebook: Rulebook = loadRulebook();

/** A case under way in version 1 of these parts. */
export const begun = async (
  parts: readonly Content[],
  variables: Parameters<Play['start']>[0] = {},
  options: PlayOptions = {},
): Promise<Play> => play(await modelOf(...parts), { rulebook, ...options }).start(variables);

/** The case moved to the next version, of these parts. */
export async function to(
  one: Play,
  parts: readonly Content[],
  mapping: Record<string, string> = {},
  version = 2,
): Promise<Play> {
  return one.send({ kind: 'migrate', to: `P@${version}`, model: await modelOf(...parts), mapping });
}

/** Code and details of the refusal; the case is as it was. */
export async function refusal(one: Play, parts: readonly Content[], mapping?: Record<string, string>) {
  const before = one.state;
  try {
    await to(one, parts, mapping);
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    if (one.state !== before) throw new Error('a refused migration has changed the case', { cause: error });
    return { code: error.code, ...error.details } as { readonly code: string; readonly unmapped?: readonly Unmapped[] };
  }
  throw new Error('the migration was not refused');
}
interface Unmapped {
  readonly elementId: string;
  readonly reason: string;
}

export const unmappedIn = async (one: Play, parts: readonly Content[]): Promise<readonly string[]> =>
  ((await refusal(one, parts)).unmapped ?? []).map(({ elementId }) => elementId);

/** Codes of what the migration noted. */
export const notesOf = (one: Play): readonly string[] =>
  one
    .entriesOf('case-migrated')
    .flatMap(({ data }) => (data?.['notes'] ?? []) as unknown as readonly { elementId: string; code: string }[])
    .map(({ elementId, code }) => `${elementId} ${code}`);
