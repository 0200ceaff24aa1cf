/** Echelons of APP-6 by digits 9 and 10 of the code; names stand in the catalogue under the same number. */
export const ECHELONS = [
  '00',
  '11',
  '12',
  '13',
  '14',
  '15',
  '16',
  '17',
  '18',
  '21',
  '22',
  '23',
  '24',
  '25',
  '26',
] as const;

/** The echelon's key in the catalogue; codes that are no echelon (mobility) read as none. */
export const echelonKey = (sidc: string): string => ECHELONS.find((code) => code === sidc.slice(8, 10)) ?? '00';
