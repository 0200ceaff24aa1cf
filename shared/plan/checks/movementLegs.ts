import { HOUR } from '../../time/instant.ts';
import { collecting } from '../../work.ts';
import type { Leg } from '../movement/schema.ts';
import { titleOf } from '../title.ts';
import type { CheckIndex } from './checkIndex.ts';
import type { Check, Finding } from './finding.ts';

/** Fastest plausible average of each mode in km/h, door to door; beyond it a leg is a slip of the pen. */
const FASTEST: Readonly<Record<Leg['mode'], number>> = { AIR: 950, SEA: 65, RAIL: 160, ROAD: 90, SELF: 65 };
const EARTH_KM = 6371;
const rad = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance of a leg in kilometres; undefined without both coordinates. */
const distanceKm = ({ from, to }: Leg, { locationOf }: CheckIndex): number | undefined => {
  const a = locationOf(from);
  const b = locationOf(to);
  if (a?.latitude === undefined || a.longitude === undefined || b?.latitude === undefined || b.longitude === undefined)
    return undefined;
  const h =
    Math.sin(rad(b.latitude - a.latitude) / 2) ** 2 +
    Math.cos(rad(a.latitude)) * Math.cos(rad(b.latitude)) * Math.sin(rad(b.longitude - a.longitude) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.sqrt(h));
};

/** MOV-003: a leg arrives after it departs. MOV-004: legs follow each other. MOV-006: nobody is that fast. */
export const movementLegs: Check = (index) =>
  collecting(index.movements, (movement) => {
    const subjects = [{ kind: 'movement' as const, id: movement.id }];
    let landed: number | undefined;
    return movement.legs.flatMap((leg, at): Finding[] => {
      const depart = index.resolve(leg.depart);
      const arrive = index.resolve(leg.arrive);
      const params = { movement: titleOf(movement), leg: at + 1 };
      const found: Finding[] = [];
      if (depart !== undefined && landed !== undefined && depart < landed)
        found.push({ code: 'MOV-004', severity: 'error', subjects, params });
      if (depart !== undefined && arrive !== undefined) {
        const km = distanceKm(leg, index);
        const speed = km === undefined ? 0 : km / ((arrive - depart) / HOUR);
        if (arrive < depart) found.push({ code: 'MOV-003', severity: 'error', subjects, params });
        else if (km !== undefined && km > 5 && speed > FASTEST[leg.mode]) {
          const known = Number.isFinite(speed) ? Math.round(speed) : 99_999;
          found.push({
            code: 'MOV-006',
            severity: 'warning',
            subjects,
            params: { ...params, speed: known, mode: leg.mode },
          });
        }
      }
      landed = arrive ?? landed;
      return found;
    });
  });
