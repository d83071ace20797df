import { describe, expect, it } from 'vitest';
import { askedOf, drawIn, lotOf, sampleStrata } from '../../../domain/duty-sample.ts';
import type { SampleFrame } from '../../../domain/duty-sample.ts';

const frame = (more: Partial<SampleFrame> = {}): SampleFrame => ({
  all: Array.from({ length: 103 }, (_, index) => ({
    id: `list/1/unit${index}/2026-Q1`,
    lead: `unit${index}`,
    area: '政治监督',
    marked: false,
  })),
  share: 0.2,
  seed: 'seed',
  strata: 'none',
  ...more,
});
const drawnOf = (of: SampleFrame) =>
  drawIn(of)
    .filter(({ drawn }) => drawn)
    .map(({ id }) => id)
    .toSorted();

/** A list of any make: few units with much to do, many with little, and whatever lies between. */
function anyFrame(seed: string): SampleFrame {
  const pick = (what: string, most: number): number => lotOf(seed, what) % most;
  const units = 1 + pick('units', 40);
  const areas = 1 + pick('areas', 17);
  const all = Array.from({ length: 1 + pick('size', 400) }, (_, index) => {
    const unit = Math.min(pick(`unit ${index}`, units), pick(`again ${index}`, units));
    const area = `领域${pick(`area ${index}`, areas)}`;
    return { id: `l/${index}/u${unit}/p`, lead: `u${unit}`, area, marked: pick(`mark ${index}`, 3) === 0 };
  });
  const strata = sampleStrata[pick('strata', sampleStrata.length)] ?? 'none';
  return { all, share: (1 + pick('share', 100)) / 100, seed, strata };
}

describe('the sample of a half-year', () => {
  it('holds at least its share, and the same ones whenever it is drawn', () => {
    const drawn = drawnOf(frame());
    expect(drawn.length).toBe(21);
    expect(drawnOf(frame({ all: frame().all.toReversed() }))).toEqual(drawn);
    expect(drawnOf(frame({ seed: 'another' }))).not.toEqual(drawn);
  });

  it('is without strata the one that lists had before there were any', () => {
    expect(drawnOf(frame({ all: frame().all.slice(0, 20) }))).toEqual([
      'list/1/unit1/2026-Q1',
      'list/1/unit17/2026-Q1',
      'list/1/unit19/2026-Q1',
      'list/1/unit7/2026-Q1',
    ]);
  });

  it('does not favour the first of a list', () => {
    const { all } = frame();
    const counts = Array.from({ length: 200 }, (_, seed) => drawnOf(frame({ seed: String(seed) }))).flat();
    const early = counts.filter((id) => all.findIndex((one) => one.id === id) < 51).length / counts.length;
    expect([early > 0.45, early < 0.55]).toEqual([true, true]);
  });

  it('of whatever list: each stratum its share and at least one, the whole as asked, the lowest lots, the same again', () => {
    for (let nth = 0; nth < 100; nth += 1) {
      const of = anyFrame(`list ${nth}`);
      const lots = drawIn(of);
      const strata = [...Map.groupBy(lots, ({ stratum }) => stratum).values()];
      const least = strata.map((some) => Math.max(1, Math.floor(some.length * of.share + 1e-9)));
      const drawn = strata.map((some) => some.filter((lot) => lot.drawn).length);
      const total = drawn.reduce((sum, count) => sum + count, 0);
      const asked = Math.max(
        askedOf(of.all.length, of.share),
        least.reduce((sum, count) => sum + count, 0),
      );
      const about = `list ${nth}: ${of.strata}, ${of.all.length} obligations, ${of.share}`;
      expect([total, lots.length], about).toEqual([asked, of.all.length]);
      for (const [index, some] of strata.entries()) {
        const own = least[index] ?? 0;
        expect([own, own + 1], about).toContain(drawn[index]);
        const places = some.toSorted((a, b) => a.place - b.place);
        expect(
          places.map(({ lot }) => lot),
          about,
        ).toEqual(some.map(({ lot }) => lot).toSorted((a, b) => a - b));
        expect(
          places.map((lot) => lot.drawn),
          about,
        ).toEqual(places.map(({ place, quota }) => place <= quota));
        expect(
          some.every(({ id, lot }) => lot === lotOf(of.seed, id)),
          about,
        ).toBe(true);
      }
      expect(drawnOf({ ...of, all: of.all.toReversed() }), about).toEqual(drawnOf(of));
    }
  });

  it.each([
    ['every unit, however little it owes', 'unit' as const, ['u1', 'u2', 'u3']],
    ['every area', 'area' as const, ['a', 'b']],
    ['marked items and others', 'marks' as const, ['marked', 'unmarked']],
  ])('stratified sees %s', (_, strata, seen) => {
    const one = (id: string, lead: string, area: string, marked: boolean) => ({ id, lead, area, marked });
    const many = Array.from({ length: 40 }, (_unused, index) => one(`1/${index}`, 'u1', 'a', false));
    const all = [...many, one('2/1', 'u2', 'a', false), one('3/1', 'u3', 'b', true)];
    const drawn = drawIn(frame({ all, strata, share: 0.1 })).filter((lot) => lot.drawn);
    expect([...new Set(drawn.map(({ stratum }) => stratum))].toSorted()).toEqual(seen);
  });

  it('is empty where the share is none', () => {
    expect(drawnOf(frame({ share: 0, strata: 'unit' }))).toEqual([]);
  });
});
