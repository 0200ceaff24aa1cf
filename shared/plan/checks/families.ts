/** What findings are about, for whoever looks at one sort of problem at a time. */
import type { Finding } from './finding.ts';

export const FAMILIES = ['booking', 'order', 'arrival', 'movement', 'agreement', 'caveat', 'data'] as const;
export type Family = (typeof FAMILIES)[number];

/** Codes whose family their beginning does not tell. */
const OF_CODE: Readonly<Record<string, Family>> = {
  'ACT-001': 'booking',
  'ACT-002': 'order',
  'MOV-008': 'order',
  'LOC-001': 'arrival',
  'LOC-002': 'arrival',
  'LOC-003': 'booking',
  'MOV-002': 'arrival',
  'MOV-007': 'arrival',
};
const OF_AREA: Readonly<Record<string, Family>> = { AGR: 'agreement', CAV: 'caveat', MOV: 'movement' };

/**
 * Double-booked units and places; broken dependencies; arrivals after the need or beyond what a place takes; movements
 * that contradict themselves; agreements and caveats that do not cover; and what is missing or badly marked.
 */
export const familyOf = ({ code }: Pick<Finding, 'code'>): Family =>
  OF_CODE[code] ?? OF_AREA[code.slice(0, 3)] ?? 'data';
