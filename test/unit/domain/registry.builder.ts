import { appoint, giveCharge, registerCadre } from '../../../domain/registry-cadres.ts';
import type { Appointment } from '../../../domain/registry-cadres.ts';
import { foundUnit } from '../../../domain/registry-units.ts';
import type { Portfolio, Registry } from '../../../domain/registry.ts';

const empty: Registry = { units: new Map(), cadres: new Map(), groups: new Set(['group1', 'group2']) };

export const post = (unit: string, title: string, more: Partial<Appointment> = {}): Appointment => ({
  unit,
  title,
  rank: 'division-chief',
  standing: 'head',
  since: '2024-01-01',
  until: null,
  basis: '',
  leavingOthers: false,
  ...more,
});

export const charge = (unit: string, more: Partial<Portfolio> = {}): Portfolio => ({
  unit,
  since: '2024-03-01',
  until: null,
  matter: '',
  basis: '',
  ...more,
});

/** The government with two bureaus, a school under one; a deputy mayor in charge of both, each bureau's head. */
export function smallCity(): Registry {
  const unit = (id: string, name: string, superior: string | null) => (registry: Registry) =>
    foundUnit(registry, { id, name, category: 'government', superior, group: null, since: '2010-01-01', basis: '' });
  const person = (id: string, name: string) => (registry: Registry) =>
    registerCadre(registry, { id, name, managedBy: 'city', account: null, since: '2015-06-01' });
  return [
    unit('gov', '市政府', null),
    unit('housing', '住建局', 'gov'),
    unit('water', '水务局', 'gov'),
    unit('school', '建设学校', 'housing'),
    person('mayor', '副市长甲'),
    person('builder', '局长乙'),
    person('plumber', '局长丙'),
    (registry: Registry) => appoint(registry, 'mayor', post('gov', '副市长', { standing: 'leader' })),
    (registry: Registry) => appoint(registry, 'builder', post('housing', '局长')),
    (registry: Registry) => appoint(registry, 'plumber', post('water', '局长')),
    (registry: Registry) => giveCharge(registry, 'mayor', charge('housing')),
    (registry: Registry) => giveCharge(registry, 'mayor', charge('water')),
  ].reduce((registry, step) => step(registry), empty);
}
