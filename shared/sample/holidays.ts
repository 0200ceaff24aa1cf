/** Days of rest in the months of the sample exercise, by participant: date and name. An excerpt, for the picture only. */
export const SAMPLE_HOLIDAYS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  NOR: [
    ['2027-05-06', 'Ascension Day'],
    ['2027-05-17', 'Constitution Day'],
  ],
  SWE: [
    ['2027-06-06', 'National Day'],
    ['2027-06-25', 'Midsummer Eve'],
  ],
  FIN: [['2027-06-25', 'Midsummer Eve']],
  DNK: [['2027-06-05', 'Constitution Day']],
  EST: [
    ['2027-06-23', 'Victory Day'],
    ['2027-06-24', 'Midsummer Day'],
  ],
  POL: [['2027-05-27', 'Corpus Christi']],
  DEU: [['2027-05-17', 'Whit Monday']],
  NLD: [['2027-05-17', 'Whit Monday']],
  FRA: [['2027-05-17', 'Whit Monday']],
  GBR: [['2027-05-31', 'Spring bank holiday']],
};
