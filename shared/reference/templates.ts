/**
 * Templates of exercises: stages, conferences and lead times, laid out as ordinary records that the planner edits.
 * The stages are those of the exercise directive's editions (DOCTRINE C1); no public text fixes lead times, so the ones
 * here are proposals and nothing else. Titles stand in the catalogue under `templates.item.<id>`.
 */

interface TemplateItem {
  readonly id: string;
  readonly type: 'phase' | 'conference' | 'milestone' | 'deadline';
  readonly anchor: 'STARTEX' | 'ENDEX';
  /** Calendar days from the anchor. */
  readonly days: number;
  readonly time: string;
  readonly minutes: number;
  /** The stage it belongs to. */
  readonly phase?: string;
}

export interface ExerciseTemplate {
  readonly id: 'stages2023' | 'stages2013' | 'short';
  readonly items: readonly TemplateItem[];
}

const DAY_MINUTES = 24 * 60;

const phase = (id: string, days: number, length: number, anchor: TemplateItem['anchor'] = 'STARTEX'): TemplateItem => ({
  id,
  type: 'phase',
  anchor,
  days,
  time: '0000',
  minutes: length * DAY_MINUTES,
});

const conference = (id: string, days: number, length: number, stage: string): TemplateItem => ({
  id,
  type: 'conference',
  anchor: 'STARTEX',
  days,
  time: '0900',
  minutes: (length - 1) * DAY_MINUTES + 8 * 60,
  phase: stage,
});

const point = (
  type: 'milestone' | 'deadline',
  id: string,
  days: number,
  stage: string,
  anchor: TemplateItem['anchor'] = 'STARTEX',
): TemplateItem => ({ id, type, anchor, days, time: type === 'deadline' ? '1600' : '1200', minutes: 0, phase: stage });

const conferences = (specification: string, planning: string): TemplateItem[] => [
  point('deadline', 'exspec', -360, specification),
  conference('ipc', -330, 3, planning),
  conference('siteSurvey', -300, 4, planning),
  point('deadline', 'expi', -270, planning),
  conference('mpc', -210, 4, planning),
  conference('strategyWorkshop', -180, 3, planning),
  conference('incidentWorkshop', -135, 4, planning),
  point('deadline', 'explan', -105, planning),
  conference('fpc', -90, 4, planning),
  conference('scriptingWorkshop', -75, 5, planning),
  point('deadline', 'sor', -60, planning),
];

const conduct = (stage: string, reporting: string): TemplateItem[] => [
  { ...point('milestone', 'startex', 0, stage), time: '0600' },
  { ...point('milestone', 'endex', 0, stage, 'ENDEX') },
  { ...conference('hotWash', 0, 1, stage), anchor: 'ENDEX', time: '1400', minutes: 180 },
  point('deadline', 'fir', 14, reporting, 'ENDEX'),
  point('deadline', 'fer', 60, reporting, 'ENDEX'),
];

export const TEMPLATES: readonly ExerciseTemplate[] = [
  {
    id: 'stages2023',
    items: [
      phase('initiation', -540, 120),
      phase('specification', -420, 80),
      phase('planning', -340, 326),
      phase('conduct', -14, 80),
      ...conferences('specification', 'planning'),
      ...conduct('conduct', 'conduct'),
    ],
  },
  {
    id: 'stages2013',
    items: [
      phase('concept', -540, 200),
      phase('product', -340, 326),
      phase('operational', -14, 30),
      phase('analysis', 1, 75, 'ENDEX'),
      ...conferences('concept', 'product'),
      ...conduct('operational', 'analysis'),
    ],
  },
  {
    id: 'short',
    items: [
      phase('planning', -120, 113),
      phase('conduct', -7, 30),
      conference('ipc', -110, 2, 'planning'),
      conference('mpc', -70, 2, 'planning'),
      conference('fpc', -28, 2, 'planning'),
      ...conduct('conduct', 'conduct'),
    ],
  },
];
