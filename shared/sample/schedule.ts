/** The schedule of the sample, from the first conference to the last ship home; days are counted from the anchors. */
export interface SampleActivity {
  readonly title: string;
  readonly type: string;
  readonly anchor: string;
  /** Calendar days from the anchor. */
  readonly day: number;
  readonly time: string;
  readonly minutes: number;
  readonly participants: readonly string[];
  readonly location?: string;
  readonly phase?: string;
  readonly responsible?: string;
}

const DAY = 24 * 60;
const ALL = ['NOR', 'SWE', 'FIN', 'DNK', 'EST', 'POL', 'DEU', 'NLD', 'FRA', 'GBR'];
const CIVIL = ['NORPOL', 'NORCG', 'NORCUS', 'SWEBG', 'SRS', 'HRF', 'MEDAID', 'IMSO'];

/** title|type|anchor|day|time|minutes|participants|location|phase; `*` stands for all nations, `+` for services and civil too. */
const parse = (line: string): SampleActivity => {
  const [
    title = '',
    type = '',
    anchor = '',
    day = '0',
    time = '0900',
    minutes = '0',
    who = '',
    location = '',
    phase = '',
  ] = line.split('|');
  const participants =
    who === ''
      ? []
      : who.split(',').flatMap((code) => (code === '*' ? ALL : code === '+' ? [...ALL, ...CIVIL] : [code]));
  return {
    title,
    type,
    anchor,
    day: Number(day),
    time,
    minutes: Number(minutes),
    participants,
    ...(location === '' ? {} : { location }),
    ...(phase === '' ? {} : { phase }),
  };
};

const table = (text: string): readonly SampleActivity[] => text.trim().split('\n').map(parse);

export const PHASES = table(`
Stage 0 Initiation|phase|STARTEX|-420|0000|${60 * DAY}|NOR,DEU
Stage 1 Specification|phase|STARTEX|-360|0000|${90 * DAY}|*
Stage 2 Planning|phase|STARTEX|-270|0000|${250 * DAY}|*
Deployment|phase|C|0|0000|${14 * DAY}|*
Reception and staging|phase|C|3|0000|${11 * DAY}|*
Integration training|phase|STARTEX|-4|0000|${4 * DAY}|+
Phase I Maritime security|phase|STARTEX|0|0000|${5 * DAY}|+
Phase II Harbour incident|phase|D|0|0000|${4 * DAY}|+
Phase III Evacuation and relief|phase|D|4|0000|${3 * DAY}|+
Recovery|phase|ENDEX|0|0000|${4 * DAY}|*
Redeployment|phase|ENDEX|2|0000|${12 * DAY}|*
Stage 4 Analysis and reporting|phase|ENDEX|1|0000|${90 * DAY}|NOR,DEU
`);

export const PLANNING = table(`
Exercise specification conference|conference|STARTEX|-350|0900|${2 * DAY + 480}|*|JHQNO|Stage 1 Specification
EXSPEC signed|deadline|STARTEX|-300|1600|0|NOR,DEU||Stage 1 Specification
Initial planning conference (IPC)|conference|STARTEX|-265|0900|${3 * DAY + 480}|+|JHQNO|Stage 2 Planning
Site survey harbours|conference|STARTEX|-258|0800|${2 * DAY + 540}|NOR,DEU,NLD,GBR|NOBGO|Stage 2 Planning
Site survey training areas|conference|STARTEX|-255|0800|${DAY + 540}|NOR,POL,SWE,FRA|BOMOE|Stage 2 Planning
EXPI issued|deadline|STARTEX|-240|1600|0|NOR||Stage 2 Planning
MEL/MIL strategy workshop|conference|STARTEX|-215|0900|${2 * DAY + 480}|NOR,DEU,GBR,FRA|MCCHQ|Stage 2 Planning
Host nation support conference|conference|STARTEX|-200|0900|${DAY + 480}|*|ULVEN|Stage 2 Planning
Statement of requirements due|deadline|STARTEX|-190|1600|0|SWE,FIN,DNK,EST,POL,DEU,NLD,FRA,GBR||Stage 2 Planning
Main planning conference (MPC)|conference|STARTEX|-160|0900|${4 * DAY + 480}|+|JHQNO|Stage 2 Planning
Civil participation meeting|conference|STARTEX|-155|1000|360|NOR,NORPOL,SRS,HRF,MEDAID,IMSO|TOWNH|Stage 2 Planning
Force list frozen|deadline|STARTEX|-140|1600|0|*||Stage 2 Planning
MEL/MIL incident workshop|conference|STARTEX|-120|0900|${3 * DAY + 480}|NOR,DEU,GBR,FRA,NORPOL|MCCHQ|Stage 2 Planning
Movement conference|conference|STARTEX|-110|0900|${2 * DAY + 480}|*|NOBGO|Stage 2 Planning
Diplomatic clearance requests due|deadline|STARTEX|-90|1600|0|SWE,FIN,DNK,EST,POL,DEU,NLD,FRA,GBR||Stage 2 Planning
Technical arrangement signed|deadline|STARTEX|-80|1600|0|*||Stage 2 Planning
MEL/MIL scripting workshop|conference|STARTEX|-70|0900|${4 * DAY + 480}|NOR,DEU,GBR,FRA,NORPOL|MCCHQ|Stage 2 Planning
Final planning conference (FPC)|conference|STARTEX|-56|0900|${4 * DAY + 480}|+|JHQNO|Stage 2 Planning
EXPLAN issued|deadline|STARTEX|-45|1600|0|NOR||Stage 2 Planning
Movement tables final|deadline|STARTEX|-40|1600|0|*||Stage 2 Planning
Safety and environment review|conference|STARTEX|-35|0900|480|NOR,NORCG,IMSO|JHQNO|Stage 2 Planning
Communications rehearsal|training|STARTEX|-21|0800|600|*|JHQNO|Stage 2 Planning
Media and visitors plan approved|deadline|STARTEX|-20|1600|0|NOR||Stage 2 Planning
Deployment day|milestone|C|0|0000|0|*||Deployment
Advance parties complete|milestone|C|4|1800|0|*||Deployment
All units received|milestone|STARTEX|-4|1800|0|*||Reception and staging
Opening ceremony|ceremony|STARTEX|-1|1000|90|+|TOWNH|Integration training
Safety briefing all participants|training|STARTEX|-1|1300|120|+|ULVEN|Integration training
Commanders' rehearsal|conference|STARTEX|-1|1600|180|*|JHQNO|Integration training
STARTEX|milestone|STARTEX|0|0600|0|+||Phase I Maritime security
Distinguished visitors day|ceremony|D|2|1000|360|+|NOHAA|Phase II Harbour incident
ENDEX|milestone|ENDEX|0|1200|0|+||Recovery
Hot wash-up|conference|ENDEX|0|1500|180|+|JHQNO|Recovery
Closing ceremony|ceremony|ENDEX|1|1000|90|+|TOWNH|Recovery
First impression report (FIR)|deadline|ENDEX|7|1600|0|NOR,DEU||Stage 4 Analysis and reporting
Lessons workshop|conference|ENDEX|30|0900|${2 * DAY + 480}|+|JHQNO|Stage 4 Analysis and reporting
Final exercise report (FER)|deadline|ENDEX|75|1600|0|NOR||Stage 4 Analysis and reporting
`);

/** Serials that recur: title|location|time|minutes|participants; laid over days by the generator. */
export const SERIALS: readonly (readonly [
  title: string,
  location: string,
  time: string,
  minutes: number,
  who: string,
])[] = [
  ['Merchant traffic picture', 'MCCHQ', '0600', 240, 'DEU,NOR,IMSO'],
  ['Boarding training', 'KORSF', '0800', 300, 'DEU,DNK,NOR'],
  ['Coastal patrol north', 'HJELT', '0900', 480, 'SWE,NOR'],
  ['Coastal patrol south', 'BOKNA', '0900', 480, 'FRA,GBR'],
  ['Mine search fairway', 'FEDJE', '0700', 600, 'FIN,EST'],
  ['Maritime surveillance flight', 'ENOL', '1000', 300, 'FRA,NLD'],
  ['Search and rescue drill', 'STADH', '1300', 240, 'NORCG,SRS,GBR'],
  ['Harbour access control', 'NOBGO', '0700', 540, 'NOR,POL,NORPOL'],
  ['Terminal protection drill', 'TERMA', '0800', 420, 'NLD,EST'],
  ['Container control with customs', 'NOMAN', '0900', 300, 'NORCUS,NOR'],
  ['Border control point', 'SVINE', '0800', 480, 'SWEBG,SWE'],
  ['Diver search of piers', 'NOHAA', '1000', 240, 'FRA,NOR'],
  ['Convoy escort road', 'BOMOE', '0900', 360, 'POL,DNK'],
  ['Medical evacuation chain', 'HAUKE', '1400', 240, 'MEDAID,DEU,DNK'],
  ['Ferry evacuation drill', 'FERRY', '1100', 300, 'SRS,NLD,NORPOL'],
  ['Shelter management', 'SHELT', '1500', 300, 'HRF,NOR'],
  ['Negotiation and cordon', 'TOWNH', '1200', 300, 'NORPOL,NOR'],
  ['Replenishment at sea', 'STADH', '1600', 240, 'DEU,DNK,FRA'],
  ['Night harbour defence', 'NOBGO', '2000', 480, 'NOR,GBR'],
  ['Evening commanders update', 'JHQNO', '1800', 60, '*'],
];

/** All nations, for serials that name them by a star. */
export const NATIONS: readonly string[] = ALL;
