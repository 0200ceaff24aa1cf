/** Forces from other programs' files: what was taken, what changed on the way, what was left out and why. */
export const interchange = {
  taken: {
    sides: 'Sides, as participants: {{count}}',
    units: 'Units: {{count}}',
    scenario: 'Name, start and time zone of the scenario, as a proposal: {{count}}',
  },
  mapped: {
    affiliationOpen: 'Symbols without an affiliation, drawn as friendly: {{count}}',
    commandRelation:
      'Command relationships: the superior sets the place in the tree, the kind is in the remarks: {{count}}',
    description: 'Descriptions, written into the remarks: {{count}}',
    duplicateId: 'Identifiers that stand in the file twice; the later one got a number: {{count}}',
    echelonFromText: 'Echelons that the symbol left open, taken from their own field: {{count}}',
    groupName: 'Group names, written into the remarks of their units: {{count}}',
    higherFormation: 'Higher formations, written into the remarks: {{count}}',
    nameMissing: 'Sides and units without a name, called by their identifier: {{count}}',
    sideIdentity: 'Symbols whose affiliation was set by their side: {{count}}',
    sideMissing: 'Units whose side is not in the file, put under a side of their own: {{count}}',
    sideTree: 'Sides that belong to another side, named in the remarks: {{count}}',
    strength: 'Strengths added up from lists of people: {{count}}',
    superiorCycle: 'Rings of superiors, cut: {{count}}',
    superiorMissing: 'Units whose superior is not in the file, put on top of their side: {{count}}',
    symbolForeign: 'Symbols of the program’s own, replaced by the nearest standard one: {{count}}',
    symbolLetters: 'Letter codes of symbols, written as numbers: {{count}}',
    symbolMissing: 'Units without a symbol, drawn as land units of open type: {{count}}',
    symbolNear: 'Symbols drawn as the next more general type: {{count}}',
    symbolOpen: 'Symbols of a type without a number, drawn as open: {{count}}',
    textCut: 'Texts longer than their field, cut: {{count}}',
  },
  leftOut: {
    associations: 'Relations between sides: {{count}}',
    deployment: 'Assignments to simulators: {{count}}',
    disposition: 'Movement, formation and orientation: {{count}}',
    effectiveness: 'Combat effectiveness: {{count}}',
    equipment: 'Equipment and holdings: {{count}}',
    events: 'Events of the story; enter those you need as activities: {{count}}',
    layers: 'Map layers and drawings: {{count}}',
    media: 'Pictures and links to the web: {{count}}',
    model: 'Settings of a simulation: {{count}}',
    other: 'Field “{{name}}”, which a plan does not have: {{count}}',
    overlays: 'Overlays, graphics, options and environment: {{count}}',
    position: 'Positions on the map: {{count}}',
    properties: 'Speeds and other free properties: {{count}}',
    rangeRings: 'Range rings: Entente plans no weapons: {{count}}',
    reinforced: 'Reinforced or reduced: {{count}}',
    state: 'Movements and states over time: {{count}}',
    supplies: 'Supplies: {{count}}',
    supportRelations: 'Support relationships: {{count}}',
    symbolModifier: 'Country, order of battle or mobility in letter codes: {{count}}',
    symbolOptions: 'Colours and other display of symbols: {{count}}',
  },
} as const;

export const interchangeErrors = {
  UNKNOWN_FORMAT:
    'Entente does not know the format of this file; choose a bundle, an identity card, an ORBAT Mapper scenario or an MSDL file.',
  FILE_NOT_TEXT: 'The file is not readable text (UTF-8); save it again as UTF-8 in its own program.',
  JSON_INVALID: 'The JSON of the file is cut off or damaged; export it again from its own program.',
  JSON_TOO_DEEP: 'The JSON of the file is nested deeper than {{limit}} levels; check that it is the right file.',
  XML_INVALID: 'The XML of the file is damaged in line {{line}}; export it again from its own program.',
  XML_DTD:
    'The XML of the file declares a document type or entities in line {{line}}, which Entente does not read; remove them.',
  XML_TOO_DEEP: 'The XML of the file is nested deeper than {{limit}} levels; check that it is the right file.',
  XML_TOO_MANY: 'The XML of the file has more than {{limit}} elements and attributes; export fewer units at a time.',
  INTERCHANGE_TOO_LARGE:
    'The file is larger than the {{limit}} MiB that Entente reads of this format; import it in parts.',
  INTERCHANGE_VERSION:
    'The file has version {{version}} of its format, which Entente does not read; save it in version {{supported}}.',
  INTERCHANGE_FIELD: 'The file has no usable “{{field}}”; check that it was exported whole.',
  INTERCHANGE_TOO_MANY: 'The file has more than {{limit}} units or too many sides; import it in parts.',
} as const;
