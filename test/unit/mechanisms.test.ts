import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mechanismsOfRelease } from '../../apps/api/mechanisms/mechanism.catalogue.ts';
import { ledgerCatalogue } from '../../definitions/ledgers.ts';

const shipped = readdirSync(new URL('../../definitions/processes/', import.meta.url))
  .filter((file) => file.endsWith('.bpmn'))
  .map((file) => file.slice(0, -'.bpmn'.length));
const mechanisms = mechanismsOfRelease();
const listed = mechanisms.flatMap(({ opens, parts }) => [...opens, ...parts]);

describe('the catalogue of mechanisms', () => {
  it('lists every procedure that is shipped once, and no other', () => {
    expect(listed.toSorted()).toEqual(shipped.toSorted());
  });

  it('names ledgers that have a name', () => {
    const named = Object.keys(ledgerCatalogue);
    expect(mechanisms.flatMap(({ ledgers }) => ledgers.filter((kind) => !named.includes(kind)))).toEqual([]);
  });
});
