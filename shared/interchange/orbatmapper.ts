/** Scenarios of ORBAT Mapper: JSON of the form `{type: "ORBAT-mapper", version, sides: [{groups: [{subUnits}]}]}`. */
import { type Result, fail, ok } from '../result.ts';
import { formatInstant, inRange } from '../time/instant.ts';
import { isZone } from '../time/zone.ts';
import { isObject, type Json, objectsIn, readJson } from './json.ts';
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
import { symbolOf } from './symbol.ts';

/** Versions 1 to 3 have the same order of battle. */
const NEWEST = 3;

const REMARKS = 4000;

/** Fields that are read, and those that are known and left out, by the line that counts them. */
const READ: ReadonlySet<string> = new Set(['id', 'name', 'shortName', 'sidc', 'subUnits', 'description', 'personnel']);
const LEFT_OUT: Readonly<Record<string, string>> = {
  state: 'state',
  media: 'media',
  externalUrl: 'media',
  rangeRings: 'rangeRings',
  symbolOptions: 'symbolOptions',
  properties: 'properties',
  equipment: 'equipment',
  supplies: 'supplies',
  reinforcedStatus: 'reinforced',
  location: 'position',
  events: 'events',
  layers: 'layers',
  layerStack: 'layers',
  mapLayers: 'layers',
  supplyCategories: 'supplies',
};

const sizeOf = (value: unknown): number => {
  if (Array.isArray(value)) return value.length;
  if (isObject(value)) return Object.keys(value).length === 0 ? 0 : 1;
  return value === undefined || value === null || value === '' || value === 'None' ? 0 : 1;
};

const leave = (from: Json, read: ReadonlySet<string>, tally: Tally): void => {
  for (const [field, value] of Object.entries(from)) {
    if (read.has(field)) continue;
    const code = Object.hasOwn(LEFT_OUT, field) ? LEFT_OUT[field] : undefined;
    if (code === undefined) tally.add('leftOut', 'other', sizeOf(value), field.slice(0, 40));
    else tally.add('leftOut', code, sizeOf(value));
  }
};

const strengthOf = (unit: Json, tally: Tally): number | undefined => {
  const counts = objectsIn(unit['personnel']).map(({ count }) => (typeof count === 'number' ? count : 0));
  const sum = Math.round(counts.reduce((total, count) => total + Math.max(0, count), 0));
  if (sum === 0 || !Number.isSafeInteger(sum) || sum > 1_000_000) return undefined;
  tally.add('mapped', 'strength');
  return sum;
};

interface Walk {
  readonly side: string;
  /** Digit of the standard identity that the side gives its units, as the program draws them. */
  readonly identity: string | undefined;
  readonly units: ImportUnit[];
  readonly unique: (id: string) => string;
  readonly tally: Tally;
}

const sidcOf = (unit: Json, { identity, tally }: Walk): string => {
  const sidc = symbolOf(unit['sidc'], tally);
  if (identity === undefined || sidc[3] === identity) return sidc;
  tally.add('mapped', 'sideIdentity');
  return sidc.slice(0, 3) + identity + sidc.slice(4);
};

const remarksOf = (unit: Json, group: string, tally: Tally): string => {
  const lines: string[] = [];
  if (group !== '') {
    tally.add('mapped', 'groupName');
    lines.push(group);
  }
  const amplifiers = isObject(unit['textAmplifiers']) ? unit['textAmplifiers'] : {};
  const higher = fitted(amplifiers['higherFormation'], MAX_NAME, tally);
  if (higher !== '') {
    tally.add('mapped', 'higherFormation');
    lines.push(higher);
  }
  leave(amplifiers, new Set(['higherFormation']), tally);
  const description = fitted(unit['description'], REMARKS - 500, tally);
  if (description !== '') {
    tally.add('mapped', 'description');
    lines.push(description);
  }
  return lines.join('\n');
};

const UNIT_FIELDS: ReadonlySet<string> = new Set([...READ, 'textAmplifiers']);

const walkUnits = (list: unknown, parent: string | undefined, group: string, walk: Walk): void => {
  const { side, units, tally } = walk;
  for (const unit of objectsIn(list)) {
    // One too many is enough to refuse the file.
    if (units.length > MAX_UNITS) return;
    const given = fitted(unit['id'], MAX_ID, tally);
    const foreignId = walk.unique(given === '' ? `unit ${units.length + 1}` : given);
    const name = fitted(unit['name'], MAX_NAME, tally);
    if (name === '') tally.add('mapped', 'nameMissing');
    const shortName = fitted(unit['shortName'], 60, tally);
    const personnel = strengthOf(unit, tally);
    const remarks = remarksOf(unit, group, tally);
    units.push({
      foreignId,
      name: name === '' ? foreignId.slice(0, MAX_NAME) : name,
      side,
      sidc: sidcOf(unit, walk),
      ...(shortName === '' ? {} : { shortName }),
      ...(parent === undefined ? {} : { parent }),
      ...(personnel === undefined ? {} : { personnel }),
      ...(remarks === '' ? {} : { remarks }),
    });
    leave(unit, UNIT_FIELDS, tally);
    walkUnits(unit['subUnits'], foreignId, '', walk);
  }
};

const SIDE_FIELDS: ReadonlySet<string> = new Set(['id', 'name', 'standardIdentity', 'groups', 'subUnits']);
const GROUP_FIELDS: ReadonlySet<string> = new Set(['id', 'name', 'subUnits', 'initiallyOpen']);

const walkSide = (side: Json, foreignId: string, into: Omit<Walk, 'side' | 'identity'>): ImportSide => {
  const { tally } = into;
  const name = fitted(side['name'], 120, tally);
  if (name === '') tally.add('mapped', 'nameMissing');
  const given = side['standardIdentity'];
  const identity = typeof given === 'string' && /^[0-6]$/.test(given) ? given : undefined;
  const walk: Walk = { ...into, side: foreignId, identity };
  leave(side, SIDE_FIELDS, tally);
  walkUnits(side['subUnits'], undefined, '', walk);
  for (const group of objectsIn(side['groups'])) {
    leave(group, GROUP_FIELDS, tally);
    walkUnits(group['subUnits'], undefined, fitted(group['name'], MAX_NAME, tally), walk);
  }
  return { foreignId, name: name === '' ? foreignId.slice(0, 120) : name };
};

const hintsOf = (top: Json, tally: Tally): ExerciseHints => {
  const name = fitted(top['name'], 120, tally);
  const start = typeof top['startTime'] === 'string' ? Date.parse(top['startTime']) : Number.NaN;
  const zone = typeof top['timeZone'] === 'string' && isZone(top['timeZone']) ? top['timeZone'] : undefined;
  return {
    ...(name === '' ? {} : { name }),
    ...(Number.isNaN(start) || !inRange(start) ? {} : { start: formatInstant(start) }),
    ...(zone === undefined ? {} : { zone }),
  };
};

const TOP_FIELDS: ReadonlySet<string> = new Set(
  'id type version meta name startTime timeZone sides symbologyStandard $schema'.split(' '),
);

/**
 * Reads a scenario: sides become participants, their units a tree. Units directly under a side and under its groups
 * are the same to us; a group's name goes into the remarks.
 * Fails with JSON_INVALID, JSON_TOO_DEEP, UNKNOWN_FORMAT (JSON of another program), INTERCHANGE_VERSION
 * {version, supported}, INTERCHANGE_FIELD {field} or INTERCHANGE_TOO_MANY {limit}.
 */
export const readOrbatMapper = (text: string): Result<ImportModel> => {
  const json = readJson(text);
  if (!json.ok) return json;
  const top = json.value;
  if (top['type'] !== 'ORBAT-mapper') return fail('UNKNOWN_FORMAT');
  const version = typeof top['version'] === 'string' ? top['version'] : '';
  const major = /^(\d{1,3})\./.exec(version)?.[1];
  if (major === undefined || Number(major) > NEWEST || Number(major) < 1) {
    return fail('INTERCHANGE_VERSION', { version: version.slice(0, 40), supported: `1–${NEWEST}` });
  }
  if (!Array.isArray(top['sides'])) return fail('INTERCHANGE_FIELD', { field: 'sides' });
  const sides = objectsIn(top['sides']);
  const tally = newTally();
  const units: ImportUnit[] = [];
  const into = { units, unique: uniqueIds(tally), tally };
  const sideId = uniqueIds(tally);
  const participants = sides.slice(0, MAX_SIDES).map((side, index) => {
    const given = fitted(side['id'], MAX_ID, tally);
    return walkSide(side, sideId(given === '' ? `side ${index + 1}` : given), into);
  });
  if (units.length > MAX_UNITS || sides.length > MAX_SIDES) return fail('INTERCHANGE_TOO_MANY', { limit: MAX_UNITS });
  leave(top, TOP_FIELDS, tally);
  const exerciseHints = hintsOf(top, tally);
  tally.add('taken', 'sides', participants.length);
  tally.add('taken', 'units', units.length);
  tally.add('taken', 'scenario', Object.keys(exerciseHints).length);
  return ok({ format: 'orbat-mapper', participants, units, report: tally.report(), exerciseHints });
};
