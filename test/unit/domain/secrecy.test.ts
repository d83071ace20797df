import { expect, it } from 'vitest';
import { defaultSecrecy, exceedsCeiling, secrecyName, secrecyOf, stricter } from '../../../domain/secrecy.ts';

it.each([
  ['公开', 'public'],
  ['内部', 'internal'],
  ['工作秘密', 'work-secret'],
  ['秘密', 'secret'],
  ['机密', 'confidential'],
  ['绝密', 'top-secret'],
] as const)('%s is %s, read from either', (name, level) => {
  expect(secrecyOf(name)).toBe(level);
  expect(secrecyOf(level)).toBe(level);
  expect(secrecyName(level)).toBe(name);
});

it.each(['', '密', 'SECRET', 'toString'])('“%s” is no level', (text) => {
  expect(secrecyOf(text)).toBeNull();
});

it.each([
  ['work-secret', 'work-secret', false],
  ['internal', 'work-secret', false],
  ['secret', 'work-secret', true],
  ['top-secret', 'confidential', true],
] as const)('a %s record under a %s ceiling is refused: %s', (level, ceiling, expected) => {
  expect(exceedsCeiling(level, ceiling)).toBe(expected);
});

it('a file is as secret as the most secret thing in it', () => {
  expect(stricter('internal', 'secret')).toBe('secret');
  expect(stricter('secret', 'internal')).toBe('secret');
});

it('whatever names no level is 工作秘密', () => {
  expect(secrecyName(defaultSecrecy)).toBe('工作秘密');
});
