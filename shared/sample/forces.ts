/** The order of battle of the sample. Names and strengths are invented; nothing here describes a real unit. */
export interface SampleUnit {
  readonly depth: number;
  readonly name: string;
  readonly short: string;
  readonly sidc: string;
  readonly personnel: number;
  readonly vehicles: number;
}

/** Symbol set and entity (APP-6) of the kinds of unit in the tables below. */
const SYMBOLS: Readonly<Record<string, string>> = {
  hq: '10 000000',
  inf: '10 121100',
  mech: '10 121102',
  recce: '10 121300',
  eng: '10 140700',
  eod: '10 140800',
  mp: '10 141200',
  sig: '10 111000',
  med: '10 161300',
  sup: '10 163400',
  trans: '10 163600',
  cbrn: '10 140100',
  cimic: '10 110200',
  spec: '10 121700',
  fixed: '01 110100',
  helo: '01 110200',
  frigate: '30 120205',
  corvette: '30 120206',
  patrol: '30 120500',
  mine: '30 120400',
  aux: '30 130000',
  rescue: '30 140000',
  civ: '11 110000',
};

const ECHELONS: Readonly<Record<string, string>> = {
  '-': '00',
  team: '11',
  squad: '12',
  sec: '13',
  plt: '14',
  coy: '15',
  bn: '16',
  regt: '17',
  bde: '18',
  div: '21',
  cmd: '26',
};

/** Exercise context, friend, present, headquarters where the kind says so. */
const sidcOf = (symbol: string, echelon: string): string => {
  const [set = '10', entity = '000000'] = (SYMBOLS[symbol] ?? '').split(' ');
  return `1013${set}0${symbol === 'hq' ? '2' : '0'}${ECHELONS[echelon] ?? '00'}${entity}0000`;
};

const parse = (line: string): SampleUnit => {
  const name = line.trimStart();
  const [title = '', short = '', symbol = 'hq', echelon = '-', personnel = '0', vehicles = '0'] = name.split('|');
  return {
    depth: (line.length - name.length) / 2,
    name: title,
    short,
    sidc: sidcOf(symbol, echelon),
    personnel: Number(personnel),
    vehicles: Number(vehicles),
  };
};

const table = (text: string): readonly SampleUnit[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(parse);

/** By participant; indentation is subordination. name|short|symbol|echelon|people|vehicles */
export const SAMPLE_FORCES: Readonly<Record<string, readonly SampleUnit[]>> = {
  NOR: table(`
Exercise Control Group|EXCON|hq|cmd|140|22
  Situation Centre|SITCEN|sig|plt|26|4
  Umpire Group North|UMP N|hq|sec|14|5
  Umpire Group South|UMP S|hq|sec|14|5
Harbour Protection Regiment|HPR|inf|regt|34|8
  1st Harbour Company|1 HPC|inf|coy|118|22
    Quay Platoon Dokken|QP D|inf|plt|32|5
    Quay Platoon Mongstad|QP M|inf|plt|32|5
  2nd Harbour Company|2 HPC|inf|coy|112|20
    Terminal Platoon|TP|inf|plt|32|5
    Ferry Platoon|FP|inf|plt|30|5
  Diver Search Team|DST|eod|team|16|4
  Military Police Company|MPC|mp|coy|88|26
Maritime Surveillance Squadron|MSS|patrol|-|22|2
  Patrol Vessel Skarv|SKARV|patrol|-|38|0
  Patrol Vessel Terne|TERNE|patrol|-|38|0
  Mine Search Vessel Lom|LOM|mine|-|34|0
Host Nation Support Battalion|HNSB|sup|bn|46|12
  Transport Company|TPT|trans|coy|96|64
  Supply Company|SUP|sup|coy|104|38
  Medical Company|MED|med|coy|92|24
Helicopter Flight West|HF W|helo|plt|48|8`),
  SWE: table(`
Amphibious Contingent|AMPH|inf|bn|58|14
  1st Coastal Company|1 CC|inf|coy|126|18
    Assault Boat Platoon|ABP|patrol|plt|30|2
  Boat Company|BOAT|patrol|coy|92|6
  Coastal Reconnaissance Platoon|CRP|recce|plt|36|8
  Logistics Platoon|LOG|sup|plt|42|22
Corvette Element Väder|VÄDER|corvette|-|44|0
Corvette Element Holm|HOLM|corvette|-|44|0
Engineer Platoon|ENG|eng|plt|34|12
Signals Section|SIG|sig|sec|18|5`),
  FIN: table(`
Coastal Contingent|COAST|inf|bn|48|10
  Archipelago Company|ARC|inf|coy|120|16
  Mine Countermeasures Group|MCMG|mine|-|22|2
    Mine Hunter Kari|KARI|mine|-|36|0
    Mine Hunter Salmi|SALMI|mine|-|36|0
  CBRN Platoon|CBRN|cbrn|plt|38|14
  Logistics Section|LOG|sup|sec|24|11`),
  DNK: table(`
Joint Contingent|JOINT|hq|bn|42|9
  Frigate Element Sund|SUND|frigate|-|118|0
  Patrol Vessel Belt|BELT|patrol|-|32|0
  Boarding Training Team|BTT|spec|team|18|2
  Medical Element|MED|med|plt|40|12
  Military Police Platoon|MPP|mp|plt|32|10`),
  EST: table(`
Light Contingent|LIGHT|inf|coy|64|12
  1st Light Platoon|1 LP|inf|plt|34|6
  2nd Light Platoon|2 LP|inf|plt|34|6
  Cyber and Signals Team|CST|sig|team|14|3
  Mine Hunter Saar|SAAR|mine|-|36|0
  EOD Team|EOD|eod|team|12|4`),
  POL: table(`
Mechanised Contingent|MECH|mech|bn|72|22
  1st Mechanised Company|1 MECH|mech|coy|132|34
    1st Platoon|1/1 MECH|mech|plt|36|8
    2nd Platoon|2/1 MECH|mech|plt|36|8
  2nd Mechanised Company|2 MECH|mech|coy|132|34
    1st Platoon|1/2 MECH|mech|plt|36|8
    2nd Platoon|2/2 MECH|mech|plt|36|8
  Engineer Company|ENG|eng|coy|96|38
  Transport Platoon|TPT|trans|plt|44|30
  Medical Platoon|MED|med|plt|38|14
  Landing Support Ship Hel|HEL|aux|-|52|0
Police Liaison Team|PLT|mp|team|8|3`),
  DEU: table(`
Maritime Component Staff|MCS|hq|bde|96|18
  Frigate Element Förde|FÖRDE|frigate|-|126|0
  Corvette Element Jade|JADE|corvette|-|58|0
  Tender Warnow|WARNOW|aux|-|42|0
  Sea Battalion Company|SBC|inf|coy|122|26
    Guard Platoon|GRD|inf|plt|34|7
  Boarding Company|BC|spec|coy|86|16
    Boarding Team One|BC 1|spec|team|14|2
    Boarding Team Two|BC 2|spec|team|14|2
  Helicopter Detachment|HELO|helo|plt|36|5
  Logistics Support Battalion|LSB|sup|bn|58|20
    Transport Company|TPT|trans|coy|102|72
    Maintenance Company|MNT|sup|coy|92|44
    Role 2 Hospital|ROLE 2|med|coy|112|30`),
  NLD: table(`
Marine Contingent|MARINE|inf|bn|54|12
  Marine Company|MC|inf|coy|124|24
    Raiding Craft Section|RCS|patrol|sec|18|2
  Landing Craft Detachment|LCD|patrol|plt|46|4
  Hydrographic Vessel Noord|NOORD|aux|-|18|0
  Frigate Element Waal|WAAL|frigate|-|112|0
  Transport Aircraft Detachment|TAD|fixed|plt|38|6
  Field Dressing Platoon|FDP|med|plt|36|12`),
  FRA: table(`
Naval Contingent|NAVAL|hq|bn|46|10
  Frigate Element Iroise|IROISE|frigate|-|122|0
  Support Vessel Ouessant|OUESS|aux|-|38|0
  Fusilier Company|FUS|inf|coy|118|24
    Port Security Platoon|PSP|inf|plt|32|6
  Maritime Patrol Detachment|MPD|fixed|plt|44|6
  Diver Group|DIV|eod|sec|20|5
  Civil-military Team|CMT|cimic|team|12|4`),
  GBR: table(`
Commando Contingent|CDO|inf|bn|56|14
  Commando Company|CDO C|inf|coy|122|26
    Reconnaissance Section|RS|recce|sec|12|4
  Patrol Vessel Solent|SOLENT|patrol|-|44|0
  Survey Vessel Exe|EXE|aux|-|40|0
  Helicopter Detachment|HELO|helo|plt|42|6
  Logistics Troop|LOG|sup|plt|46|28
  Harbour Search Team|HST|eod|team|14|4`),
  NORPOL: table(`
Operations Staff|POL OPS|mp|coy|36|14
  Response Unit Alpha|RU A|mp|plt|28|8
  Response Unit Bravo|RU B|mp|plt|28|8
  Negotiation Team|NEG|mp|team|8|2
  Harbour Police Boats|HPB|rescue|sec|16|0`),
  NORCG: table(`
Coast Guard Group|CGG|patrol|-|24|2
  Coast Guard Vessel Stad|STAD|patrol|-|46|0
  Coast Guard Vessel Lista|LISTA|patrol|-|46|0
  Inspection Team|INSP|mp|team|12|2`),
  NORCUS: table(`
Control Section Bergen|CTRL|civ|sec|22|9
  Container Scan Team|SCAN|civ|team|8|3
  Dog Team|DOG|civ|team|6|3`),
  SWEBG: table(`
Border Control Team|BCT|civ|team|14|5`),
  SRS: table(`
Rescue Boat Flotilla|RBF|rescue|sec|24|0
  Rescue Boat Vik|VIK|rescue|-|6|0
  Rescue Boat Nes|NES|rescue|-|6|0`),
  HRF: table(`
Relief Team|RELIEF|civ|plt|32|9
  Shelter Team|SHELTER|civ|sec|14|4`),
  MEDAID: table(`
Field Hospital Team|FHT|med|coy|58|16
  Ambulance Group|AMB|med|sec|18|9`),
  IMSO: table(`
Observer Team|OBS|civ|team|9|3`),
};
