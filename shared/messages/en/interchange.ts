/** Plans from other programs' files: what was taken, what was changed on the way, what was left out and why. */
export const interchange = {
  step: 'Import {{name}}',
  formats: {
    bundle: 'Entente plan bundle',
    identity: 'Entente identity card',
    orbatmapper: 'ORBAT Mapper scenario (JSON)',
    msdl: 'MSDL scenario (XML)',
  },
  taken: {
    sides: 'Sides taken as participants: {{count}}',
    units: 'Units taken: {{count}}',
    scenario: 'Name, start or time zone of the scenario: {{count}}',
  },
  mapped: {
    sideMatched: 'Sides joined to participants of the same name: {{count}}',
    groupAsUnit: 'Groups that became units: {{count}}',
    symbolLetters: 'Letter symbol codes turned into number codes: {{count}}',
    symbolUnknown: 'Symbol codes whose function has no number here; the unit type is left open: {{count}}',
    symbolModifier:
      'Symbol codes with country, order of battle or modifiers that number codes hold elsewhere: {{count}}',
    symbolMissing: 'Units without a usable symbol code; they became land units of open type: {{count}}',
    symbolExtended: 'Symbol codes with letters among the digits, replaced by a code of open type: {{count}}',
    echelonFromText: 'Echelons taken from their own field: {{count}}',
    homePosition: 'Positions written into the remarks: {{count}}',
    higherFormation: 'Higher formations written into the remarks: {{count}}',
    description: 'Descriptions written into the remarks: {{count}}',
    commandRelation:
      'Command relationships: the superior became the place in the tree, the kind went into the remarks: {{count}}',
    superiorMissing: 'Units whose superior is not in the file; they stand at the top of their side: {{count}}',
    superiorCycle: 'Units whose chain of superiors runs in a ring; the ring was cut: {{count}}',
    sideMissing: 'Units whose side is not in the file; they stand under a side of their own: {{count}}',
    duplicateId: 'Identifiers that stood in the file twice; the second unit got one of its own: {{count}}',
    nameMissing: 'Units without a name; they carry their identifier: {{count}}',
    textCut: 'Texts longer than a field holds, cut: {{count}}',
    sideTree: 'Sides that belong to another side; written into the remarks: {{count}}',
    strength: 'Strengths added up from the unit’s holdings: {{count}}',
  },
  leftOut: {
    state: 'Timed states and positions: the plan has no moving map: {{count}}',
    media: 'Pictures and links to the web: {{count}}',
    rangeRings: 'Range rings: Entente plans no weapons employment: {{count}}',
    events: 'Events of the story: make activities of those you need: {{count}}',
    layers: 'Map layers and drawings: {{count}}',
    symbolOptions: 'Colours and display options of symbols: {{count}}',
    properties: 'Speeds and other free properties: {{count}}',
    equipment: 'Equipment lists: {{count}}',
    supplies: 'Supplies: {{count}}',
    reinforced: 'Reinforced or reduced status: {{count}}',
    position: 'Positions that are not latitude and longitude: {{count}}',
    disposition: 'Movement, formation and orientation: {{count}}',
    effectiveness: 'Combat effectiveness: {{count}}',
    associations: 'Relations between sides (friendly, hostile): {{count}}',
    deployment: 'Assignments to simulators: {{count}}',
    overlays: 'Overlays, tactical graphics, options and environment: {{count}}',
    model: 'Simulation model settings: {{count}}',
    other: 'Field “{{name}}”, which Entente does not know: {{count}}',
  },
} as const;

export const interchangeErrors = {
  UNKNOWN_FORMAT:
    'Entente does not know the format of this file; choose a plan bundle, an identity card, an ORBAT Mapper scenario or an MSDL file.',
  FILE_TOO_LARGE:
    'The file has {{bytes}} bytes, more than the {{limit}} that an import may have; split it in its own program.',
  FILE_NOT_TEXT: 'The file is not readable text (UTF-8); save it again as UTF-8 in its own program.',
  JSON_INVALID: 'The JSON of the file is cut off or damaged; export it again from its own program.',
  JSON_TOO_DEEP: 'The JSON of the file is nested deeper than {{limit}} levels; check that it is the right file.',
  XML_INVALID: 'The XML of the file is damaged in line {{line}}; export it again from its own program.',
  XML_DTD:
    'The XML of the file declares a document type or entities in line {{line}}, which Entente does not read; remove them.',
  XML_TOO_DEEP: 'The XML of the file is nested deeper than {{limit}} levels; check that it is the right file.',
  INTERCHANGE_VERSION:
    'The file was written in version {{version}} of its format, which Entente does not read; save it in version {{supported}}.',
  INTERCHANGE_FIELD: 'The file has no usable “{{field}}”; check that it was exported whole.',
  INTERCHANGE_TOO_MANY: 'The file has more than {{limit}} units; import it in parts.',
} as const;
