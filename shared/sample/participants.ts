/** Who takes part in the sample: ten nations, four services of the host, four civil organisations. All posts are invented. */
import type { ContentOf } from '../plan/records.ts';

type Type = ContentOf<'participant'>['type'];
type Role = ContentOf<'participant'>['role'];

export interface SampleParticipant {
  readonly code: string;
  readonly name: string;
  readonly type: Type;
  readonly role: Role;
  readonly flag?: string;
  /** Name and post of the point of contact. */
  readonly contact: readonly [string, string];
}

const row = (
  code: string,
  name: string,
  type: Type,
  role: Role,
  flag: string,
  contact: string,
  post: string,
): SampleParticipant => ({
  code,
  name,
  type,
  role,
  ...(flag === '' ? {} : { flag }),
  contact: [contact, post],
});

export const SAMPLE_PARTICIPANTS: readonly SampleParticipant[] = [
  row('NOR', 'Norway', 'nation', 'host', 'NO', 'CDR Ingrid Solvang', 'Chief exercise planning, host nation'),
  row('SWE', 'Sweden', 'nation', 'contributing', 'SE', 'LTC Erik Lindqvist', 'J7 exercise officer'),
  row('FIN', 'Finland', 'nation', 'contributing', 'FI', 'CDR Aino Koskela', 'Maritime exercise planner'),
  row('DNK', 'Denmark', 'nation', 'contributing', 'DK', 'MAJ Mette Krag', 'Joint training staff'),
  row('EST', 'Estonia', 'nation', 'contributing', 'EE', 'CPT Karl Tamm', 'Exercise cell'),
  row('POL', 'Poland', 'nation', 'contributing', 'PL', 'LTC Marek Zalewski', 'Operational training branch'),
  row('DEU', 'Germany', 'nation', 'lead', 'DE', 'FKpt Anna Brandt', 'Component planner maritime'),
  row('NLD', 'Netherlands', 'nation', 'contributing', 'NL', 'LTZ1 Joris van Aken', 'Training and exercises'),
  row('FRA', 'France', 'nation', 'contributing', 'FR', 'CC Julie Martel', 'Bureau entraînement'),
  row('GBR', 'United Kingdom', 'nation', 'contributing', 'GB', 'LTCDR Thomas Ward', 'Exercise planner N7'),
  row('NORPOL', 'Police District West', 'police', 'supporting', 'NO', 'Supt Kari Haugen', 'Counter-terrorism liaison'),
  row('NORCG', 'Coast Guard North Sea', 'coast-guard', 'supporting', 'NO', 'CDR Olav Myhre', 'Operations'),
  row('NORCUS', 'Customs Bergen', 'customs', 'supporting', 'NO', 'Lise Dahl', 'Control section'),
  row('SWEBG', 'Border Police Skåne', 'border-guard', 'supporting', 'SE', 'Johan Ek', 'Duty officer'),
  row('SRS', 'Sea Rescue Society', 'ngo', 'supporting', '', 'Nora Vik', 'Rescue boats'),
  row('HRF', 'Harbour Relief Foundation', 'ngo', 'supporting', '', 'Pieter Mol', 'Shelter and care'),
  row('MEDAID', 'Medical Aid Volunteers', 'ngo', 'supporting', '', 'Dr Sofia Lind', 'Field hospital'),
  row('IMSO', 'International Maritime Safety Office', 'io', 'observer', '', '', ''),
];
