import fc from 'fast-check';
import { and, boundary, end, flows, loop, message, multi, or, start, sub, user, xor, type Content } from './bpmn.ts';

type Form = 'plain' | 'parallel' | 'sequential' | 'loop' | 'all' | 'any' | 'sequence';
/** Joint signatures: the signers are u1, u2, …; with any, one is enough. */
const signing: ReadonlySet<Form> = new Set(['all', 'any', 'sequence']);

/** A sound process as a tree; every block has one way in and one way out. */
export type Block =
  | { readonly kind: 'task'; readonly times: number; readonly form: Form }
  | { readonly kind: 'sequence' | 'and'; readonly parts: readonly Block[] }
  | { readonly kind: 'xor'; readonly parts: readonly Block[]; readonly chosen: number }
  | { readonly kind: 'or'; readonly parts: readonly Block[]; readonly chosen: readonly boolean[] }
  | { readonly kind: 'sub'; readonly part: Block }
  /** A sub-process that a message may interrupt. */
  | { readonly kind: 'guarded'; readonly part: Block; readonly instead: Block };

const parts = (tie: fc.Arbitrary<Block>) => fc.array(tie, { minLength: 2, maxLength: 3 });

const block: fc.Arbitrary<Block> = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthSize: 'max' },
    fc.record({
      kind: fc.constant('task' as const),
      times: fc.integer({ min: 1, max: 3 }),
      form: fc.constantFrom<Form>('plain', 'plain', 'parallel', 'sequential', 'loop', 'all', 'any', 'sequence'),
    }),
    fc.record({ kind: fc.constantFrom('sequence' as const, 'and' as const), parts: parts(tie('block')) }),
    fc.record({ kind: fc.constant('xor' as const), parts: parts(tie('block')), chosen: fc.nat(1) }),
    fc.record({
      kind: fc.constant('or' as const),
      parts: parts(tie('block')),
      chosen: fc.constantFrom([true, true, true], [true, false, true], [false, true, false], [true, true, false]),
    }),
    fc.record({ kind: fc.constant('sub' as const), part: tie('block') }),
    fc.record({ kind: fc.constant('guarded' as const), part: tie('block'), instead: tie('block') }),
  ),
})).block;

/** A few blocks one after the other, so that there is always something to go back to. */
export const blocks: fc.Arbitrary<Block> = fc
  .array(block, { minLength: 2, maxLength: 3 })
  .map((some) => ({ kind: 'sequence', parts: some }));

/** Every step has a deadline, so that alarms can be lost. */
const timed = { 'ld:due': 'P10D', 'ld:role': 'r' };

interface Drawn {
  readonly content: readonly Content[];
  readonly first: string;
  readonly last: string;
}

/** The block as parts of a process, from "s" to "e". */
export function drawn(block: Block): readonly Content[] {
  let count = 0;
  const named = (letter: string) => `${letter}${(count += 1)}`;
  const draw = (one: Block): Drawn => {
    switch (one.kind) {
      case 'task': {
        const id = named('t');
        if (signing.has(one.form)) {
          const names = Array.from({ length: one.times }, (_, index) => `"u${index + 1}"`);
          const attributes = { ...timed, 'ld:sign': one.form, 'ld:signers': `[${names.join(', ')}]` };
          return { content: [user(id, attributes)], first: id, last: id };
        }
        const rule = { cardinality: String(one.times), sequential: one.form === 'sequential' };
        const repeated =
          one.form === 'loop'
            ? [loop({ condition: `loopCounter < ${one.times}` })]
            : one.form === 'plain'
              ? []
              : [multi(rule)];
        return { content: [user(id, timed, ...repeated)], first: id, last: id };
      }
      case 'sequence':
        return one.parts.map(draw).reduce((before, after) => ({
          content: [...before.content, ...after.content, flows(`${before.last}>${after.first}`)],
          first: before.first,
          last: after.last,
        }));
      case 'sub': {
        const id = named('p');
        return { content: [sub(id, ...whole(draw(one.part), id))], first: id, last: id };
      }
      case 'guarded': {
        const [id, on, merge] = [named('p'), named('b'), named('m')];
        const instead = draw(one.instead);
        return {
          content: [
            sub(id, ...whole(draw(one.part), id)),
            boundary(on, id, message('Stop')),
            xor(merge),
            ...instead.content,
            flows(`${id}>${merge}`, `${on}>${instead.first}`, `${instead.last}>${merge}`),
          ],
          first: id,
          last: merge,
        };
      }
      default: {
        const [fork, join] = [named('f'), named('j')];
        const gateway = { and, xor, or }[one.kind];
        const branches = one.parts.map(draw);
        const condition = (index: number): string => {
          if (one.kind === 'xor') return `[${index === one.chosen}]`;
          return one.kind === 'or' ? `[${one.chosen[index] === true}]` : '';
        };
        return {
          content: [
            gateway(fork),
            gateway(join),
            ...branches.flatMap(({ content }) => content),
            flows(
              ...branches.flatMap(({ first, last }, index) => [
                `${fork}>${first}${condition(index)}`,
                `${last}>${join}`,
              ]),
            ),
          ],
          first: fork,
          last: join,
        };
      }
    }
  };
  return whole(draw(block), '');
}

const whole = ({ content, first, last }: Drawn, prefix: string): readonly Content[] => [
  start(`${prefix}s`),
  ...content,
  end(`${prefix}e`),
  flows(`${prefix}s>${first}`, `${last}>${prefix}e`),
];

/** How many tasks a run completes when nothing interrupts it. */
export function tasksOf(block: Block): number {
  const sum = (some: readonly Block[]) => some.reduce((total, one) => total + tasksOf(one), 0);
  switch (block.kind) {
    case 'task':
      return block.form === 'plain' || block.form === 'any' ? 1 : block.times;
    case 'xor':
      return sum(block.parts.filter((_, index) => index === block.chosen));
    case 'or':
      return sum(block.parts.filter((_, index) => block.chosen[index]));
    case 'sub':
    case 'guarded':
      return tasksOf(block.part);
    default:
      return sum(block.parts);
  }
}
