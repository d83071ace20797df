import { isCivilDate, shanghaiOffset } from './civil-date.ts';
import type { Instant } from './time.ts';

const pattern = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** ISO 8601 with +08:00, seconds always, milliseconds only where there are some: "2026-02-17T09:00:00+08:00". */
export function isoOf(instant: Instant): string {
  const local = new Date(instant + shanghaiOffset).toISOString();
  return `${local.replace(/(\.000)?Z$/, '')}+08:00`;
}

/** Reads an ISO 8601 date (its 00:00) or date and time; one without an offset is Asia/Shanghai's. Null when it is neither. */
export function parseInstant(text: string): Instant | null {
  const [, date = '', hours = '00', minutes = '00', seconds = '00', fraction = '0', zone = '+08:00'] =
    pattern.exec(text) ?? [];
  if (!isCivilDate(date) || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const offset = zone === 'Z' ? 0 : offsetOf(zone);
  if (offset === null) return null;
  return Date.parse(`${date}T${hours}:${minutes}:${seconds}.${fraction.padEnd(3, '0')}Z`) - offset;
}

function offsetOf(zone: string): number | null {
  const [hours = 0, minutes = 0] = zone.slice(1).split(':').map(Number);
  if (hours > 14 || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
