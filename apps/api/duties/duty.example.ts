import { exampleDuties } from '../../../definitions/duties.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { dutyColumns } from './duty.columns.ts';

/** Excel knows UTF-8 by it. */
const mark = '\uFEFF';

export const emptySheet = (): string =>
  `${mark}${Object.values<{ readonly header: string }>(dutyColumns)
    .map(({ header }) => header)
    .join(',')}\r\n`;

export const exampleSheet = (): string => `${mark}${exampleDuties(Number(civilDateOf(Date.now()).slice(0, 4)))}`;
