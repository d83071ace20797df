import type { BusinessCalendar } from '../../../domain/calendar.ts';
import { loadRulebook } from '../../../definitions/load.ts';

const published = loadRulebook().calendars['default'];
if (!published) throw new Error('no default calendar');

/** The product's own calendar: 2024–2026 published, every other year provisional. */
export const calendar: BusinessCalendar = published;
