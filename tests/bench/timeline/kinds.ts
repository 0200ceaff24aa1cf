/** The drawings that are compared; `-rows` have a row for each activity, as a Gantt chart has, the others swimlanes. */
export const KINDS = ['bare', 'ours', 'ours-rows', 'ours-dense', 'svar', 'calendar', 'vis', 'vis-rows'] as const;
export type Kind = (typeof KINDS)[number];
