/** A pick list of common symbols: symbol set and entity of APP-6; their names stand in the catalogue under `forces.symbols`. */
const UNIT_SYMBOLS = {
  headquarters: { set: '10', entity: '000000', headquarters: true },
  infantry: { set: '10', entity: '121100' },
  mechanised: { set: '10', entity: '121102' },
  reconnaissance: { set: '10', entity: '121300' },
  specialForces: { set: '10', entity: '121700' },
  engineer: { set: '10', entity: '140700' },
  eod: { set: '10', entity: '140800' },
  cbrn: { set: '10', entity: '140100' },
  militaryPolice: { set: '10', entity: '141200' },
  signals: { set: '10', entity: '111000' },
  civilMilitary: { set: '10', entity: '110200' },
  medical: { set: '10', entity: '161300' },
  supply: { set: '10', entity: '163400' },
  transport: { set: '10', entity: '163600' },
  fixedWing: { set: '01', entity: '110100' },
  helicopter: { set: '01', entity: '110200' },
  frigate: { set: '30', entity: '120205' },
  corvette: { set: '30', entity: '120206' },
  patrolVessel: { set: '30', entity: '120500' },
  mineVessel: { set: '30', entity: '120400' },
  auxiliary: { set: '30', entity: '130000' },
  civilVessel: { set: '30', entity: '140000' },
  civil: { set: '11', entity: '110000' },
} as const satisfies Readonly<
  Record<string, { readonly set: string; readonly entity: string; readonly headquarters?: boolean }>
>;

export type UnitSymbolKey = keyof typeof UNIT_SYMBOLS;
export const UNIT_SYMBOL_KEYS = Object.keys(UNIT_SYMBOLS) as readonly UnitSymbolKey[];

/** The code of a symbol in exercise context: friend, present, with an echelon of two digits. */
export const sidcFor = (key: UnitSymbolKey, echelon: string): string => {
  const symbol: { readonly set: string; readonly entity: string; readonly headquarters?: boolean } = UNIT_SYMBOLS[key];
  return `1013${symbol.set}0${symbol.headquarters === true ? '2' : '0'}${echelon}${symbol.entity}0000`;
};

/** The pick-list entry that a code shows; undefined for any other symbol, which is kept as it is. */
export const symbolKeyOf = (sidc: string): UnitSymbolKey | undefined =>
  UNIT_SYMBOL_KEYS.find(
    (key) => UNIT_SYMBOLS[key].set === sidc.slice(4, 6) && UNIT_SYMBOLS[key].entity === sidc.slice(10, 16),
  );

/** Another symbol under the same context, identity, status and echelon. */
export const withSymbol = (sidc: string, key: UnitSymbolKey): string => {
  const fresh = sidcFor(key, sidc.slice(8, 10));
  return (
    sidc.slice(0, 4) + fresh.slice(4, 6) + sidc.slice(6, 7) + fresh.slice(7, 8) + fresh.slice(8, 16) + sidc.slice(16)
  );
};
