/** Scenarios in SISO's Military Scenario Definition Language (SISO-STD-007): force sides, units, who stands under whom. */
import { type Result, fail, ok } from '../result.ts';
import { formatInstant, inRange } from '../time/instant.ts';
import type { Json } from './json.ts';
import {
  type ExerciseHints,
  fitted,
  type ImportModel,
  type ImportSide,
  type ImportUnit,
  MAX_ID,
  MAX_NAME,
  MAX_SIDES,
  MAX_UNITS,
  newTally,
  type Tally,
  uniqueIds,
} from './model.ts';
import { symbolOf, withEchelon } from './symbol.ts';
import { element, elements, readXml, textIn } from './xml.ts';

/** The parser lets go of namespaces; the scenario's own says the version. */
const ROOT = /<(?:[\w.-]+:)?MilitaryScenario\b[^>]*?\sxmlns(?::[\w.-]+)?\s*=\s*["'](urn:[^"']*)["']/;
const NAMESPACE = /^urn:sisostds:scenario:military:data:(draft|ballot|standard):msdl:1$/;

const ECHELONS: Readonly<Record<string, string>> = {
  TEAM: '11',
  CREW: '11',
  SQUAD: '12',
  SECTION: '13',
  PLATOON: '14',
  COMPANY: '15',
  BATTERY: '15',
  TROOP: '15',
  BATTALION: '16',
  SQUADRON: '16',
  REGIMENT: '17',
  GROUP: '17',
  BRIGADE: '18',
  DIVISION: '21',
  CORPS: '22',
  ARMY: '23',
  ARMYGROUP: '24',
  REGION: '25',
};

/** A unit as it stands in the file; handles are not yet known to lead anywhere. */
interface Raw {
  readonly id: string;
  readonly xml: Json;
  readonly side: string;
  readonly superior: string;
  readonly relation: string;
}

const sidesOf = (root: Json, tally: Tally): ImportSide[] => {
  const found = elements(element(root, 'ForceSides'), 'ForceSide');
  const unique = uniqueIds(tally);
  const names = new Map(found.map((side) => [textIn(side, 'ObjectHandle'), textIn(side, 'ForceSideName')]));
  return found.map((side, index) => {
    const handle = fitted(textIn(side, 'ObjectHandle'), MAX_ID, tally);
    const foreignId = unique(handle === '' ? `side ${index + 1}` : handle);
    const name = fitted(textIn(side, 'ForceSideName'), 120, tally);
    if (name === '') tally.add('mapped', 'nameMissing');
    const allegiance = textIn(side, 'AllegianceHandle');
    const above = allegiance === handle ? '' : fitted(names.get(allegiance) ?? allegiance, MAX_NAME, tally);
    if (above !== '') tally.add('mapped', 'sideTree');
    tally.add('leftOut', 'associations', elements(element(side, 'Associations'), 'Association').length);
    return {
      foreignId,
      name: name === '' ? foreignId.slice(0, 120) : name,
      ...(above === '' ? {} : { remarks: above }),
    };
  });
};

const rawUnits = (root: Json, tally: Tally): Raw[] => {
  const unique = uniqueIds(tally);
  return elements(element(root, 'Organizations', 'Units'), 'Unit').map((xml, index) => {
    const handle = fitted(textIn(xml, 'ObjectHandle'), MAX_ID, tally);
    const data = element(xml, 'Relations', 'ForceRelation', 'ForceRelationData');
    const command = element(data, 'CommandRelation');
    return {
      id: unique(handle === '' ? `unit ${index + 1}` : handle),
      xml,
      side: textIn(data, 'ForceSideHandle'),
      superior: fitted(textIn(command, 'CommandingSuperiorHandle'), MAX_ID, tally),
      relation: textIn(command, 'CommandRelationshipType'),
    };
  });
};

interface Place {
  readonly side: string;
  readonly parent?: string;
}

const UNASSIGNED = 'unassigned';

/**
 * Superiors first. A superior that is missing, and the last link of a ring, are let go; a unit's side is that of the
 * unit on top of it.
 */
const ordered = (units: readonly Raw[], sides: ReadonlySet<string>, tally: Tally): [Raw, Place][] => {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const placed = new Map<string, Place>();
  const order: [Raw, Place][] = [];
  const place = (unit: Raw, where: Place): void => {
    placed.set(unit.id, where);
    order.push([unit, where]);
  };
  for (const start of units) {
    const chain: Raw[] = [];
    const inChain = new Set<string>();
    let here: Raw | undefined = start;
    while (here !== undefined && !placed.has(here.id) && !inChain.has(here.id)) {
      chain.push(here);
      inChain.add(here.id);
      if (here.superior !== '' && !byId.has(here.superior)) tally.add('mapped', 'superiorMissing');
      here = byId.get(here.superior);
    }
    if (here !== undefined && inChain.has(here.id)) tally.add('mapped', 'superiorCycle');
    for (const unit of chain.toReversed()) {
      const above = placed.get(unit.superior);
      if (above === undefined) {
        const known = sides.has(unit.side);
        if (!known) tally.add('mapped', 'sideMissing');
        place(unit, { side: known ? unit.side : UNASSIGNED });
      } else place(unit, { side: above.side, parent: unit.superior });
    }
  }
  return order;
};

const personnelOf = (xml: Json, tally: Tally): number | undefined => {
  let sum = 0;
  for (const holding of elements(element(xml, 'Holdings'), 'Holding')) {
    const people = textIn(holding, 'IsEquipment') === 'false' && /personnel|soldier/i.test(textIn(holding, 'NSN_Name'));
    const count = Math.round(Number(textIn(holding, 'OnHandQuantity')));
    if (people && count > 0 && count <= 1_000_000) sum += count;
    else tally.add('leftOut', 'equipment');
  }
  if (sum === 0 || sum > 1_000_000) return undefined;
  tally.add('mapped', 'strength');
  return sum;
};

const READ: ReadonlySet<string> = new Set(
  'ObjectHandle SymbolIdentifier Name UnitSymbolModifiers Relations Holdings Disposition Model'.split(' '),
);

const leaveRest = (xml: Json, tally: Tally): void => {
  const disposition = element(xml, 'Disposition');
  if (element(disposition, 'Location') !== undefined) tally.add('leftOut', 'position');
  const movement = Object.keys(disposition ?? {}).filter((field) => field !== 'Location');
  if (movement.length > 0) tally.add('leftOut', 'disposition');
  if (textIn(element(xml, 'UnitSymbolModifiers'), 'CombatEffectiveness') !== '') tally.add('leftOut', 'effectiveness');
  if (element(xml, 'Model') !== undefined) tally.add('leftOut', 'model');
  if (element(xml, 'Relations', 'SupportRelations') !== undefined) tally.add('leftOut', 'supportRelations');
  for (const field of Object.keys(xml)) {
    if (!READ.has(field) && !field.startsWith('@')) tally.add('leftOut', 'other', 1, field.slice(0, 40));
  }
};

const unitOf = ({ id, xml, relation }: Raw, place: Place, tally: Tally): ImportUnit => {
  const modifiers = element(xml, 'UnitSymbolModifiers');
  const name = fitted(textIn(xml, 'Name'), MAX_NAME, tally);
  if (name === '') tally.add('mapped', 'nameMissing');
  let sidc = symbolOf(textIn(xml, 'SymbolIdentifier'), tally);
  const echelon = ECHELONS[textIn(modifiers, 'Echelon').replaceAll(/[\s_]/g, '').toUpperCase()];
  if (echelon !== undefined && sidc.slice(8, 10) === '00') {
    sidc = withEchelon(sidc, echelon);
    tally.add('mapped', 'echelonFromText');
  }
  const lines: string[] = [];
  const higher = fitted(textIn(modifiers, 'HigherFormation'), MAX_NAME, tally);
  if (higher !== '') tally.add('mapped', 'higherFormation');
  if (relation !== '' && relation !== 'NONE') tally.add('mapped', 'commandRelation');
  lines.push(higher, relation === 'NONE' ? '' : fitted(relation, 40, tally));
  const remarks = lines.filter((line) => line !== '').join('\n');
  const shortName = fitted(textIn(modifiers, 'UniqueDesignation'), 60, tally);
  const personnel = personnelOf(xml, tally);
  leaveRest(xml, tally);
  return {
    foreignId: id,
    name: name === '' ? id.slice(0, MAX_NAME) : name,
    sidc,
    ...place,
    ...(shortName === '' ? {} : { shortName }),
    ...(personnel === undefined ? {} : { personnel }),
    ...(remarks === '' ? {} : { remarks }),
  };
};

/** Parts of a scenario that have no counterpart in a plan, by the line that counts them. */
const leaveScenario = (root: Json, tally: Tally): void => {
  const organisations = element(root, 'Organizations');
  tally.add('leftOut', 'equipment', elements(element(organisations, 'Equipment'), 'EquipmentItem').length);
  tally.add('leftOut', 'deployment', elements(element(root, 'Deployment'), 'Federate').length);
  for (const part of ['Overlays', 'Installations', 'TacticalGraphics', 'MOOTWGraphics', 'Options', 'Environment']) {
    if (element(root, part) !== undefined) tally.add('leftOut', 'overlays');
  }
};

const hintsOf = (root: Json, tally: Tally): ExerciseHints => {
  const name = fitted(textIn(element(root, 'ScenarioID'), 'name'), 120, tally);
  const start = Date.parse(textIn(element(root, 'Environment'), 'ScenarioTime'));
  return {
    ...(name === '' ? {} : { name }),
    ...(Number.isNaN(start) || !inRange(start) ? {} : { start: formatInstant(start) }),
  };
};

/**
 * Reads a scenario: force sides become participants, superiors the tree; the kind of a command relationship goes into
 * the remarks.
 * Fails as `readXml` does, with UNKNOWN_FORMAT (XML of another kind), INTERCHANGE_VERSION {version, supported},
 * INTERCHANGE_FIELD {field} or INTERCHANGE_TOO_MANY {limit}.
 */
export const readMsdl = (text: string): Result<ImportModel> => {
  const xml = readXml(text);
  if (!xml.ok) return xml;
  const root = element(xml.value, 'MilitaryScenario');
  if (root === undefined) return fail('UNKNOWN_FORMAT');
  const namespace = ROOT.exec(text)?.[1];
  if (namespace !== undefined && !NAMESPACE.test(namespace)) {
    return fail('INTERCHANGE_VERSION', { version: namespace.slice(0, 80), supported: 'msdl:1' });
  }
  if (root['Organizations'] === undefined) return fail('INTERCHANGE_FIELD', { field: 'Organizations' });
  const tally = newTally();
  const sides = sidesOf(root, tally);
  const raw = rawUnits(root, tally);
  if (raw.length > MAX_UNITS || sides.length > MAX_SIDES) return fail('INTERCHANGE_TOO_MANY', { limit: MAX_UNITS });
  const order = ordered(raw, new Set(sides.map(({ foreignId }) => foreignId)), tally);
  const units = order.map(([unit, place]) => unitOf(unit, place, tally));
  const unassigned = units.some(({ side }) => side === UNASSIGNED) ? [{ foreignId: UNASSIGNED, name: 'MSDL' }] : [];
  const participants = [...sides, ...unassigned];
  leaveScenario(root, tally);
  const exerciseHints = hintsOf(root, tally);
  tally.add('taken', 'sides', participants.length);
  tally.add('taken', 'units', units.length);
  tally.add('taken', 'scenario', Object.keys(exerciseHints).length);
  return ok({ format: 'msdl', participants, units, report: tally.report(), exerciseHints });
};
