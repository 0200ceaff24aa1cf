import { matrixDefaults } from '#shared/print/matrix/options.ts';
import { exerciseSpan, timelineDefaults, timelinePrintOptionsSchema } from '#shared/print/options.ts';
import { paperSize } from '#shared/print/papers.ts';
import { NOW, TASTE, activity, anchor, planWith } from './plan.ts';

const plan = planWith([activity(100, { title: 'Opening', at: 5, hours: 30 })]);

describe('the options of a print', () => {
  it('start with whole days around the plan', () => {
    expect(timelineDefaults(plan, { ...TASTE, language: 'en' }, NOW)).toMatchObject({
      from: '2027-06-12T00:00:00Z',
      to: '2027-06-14T00:00:00Z',
      scale: { pagesWide: 2 },
    });
  });

  it('start with the days from STARTEX to ENDEX where both stand', () => {
    const more = [anchor(20, 'STARTEX', 24), anchor(21, 'ENDEX', 60)];
    const between = { from: '2027-06-13T00:00:00Z', to: '2027-06-15T00:00:00Z' };
    const early = activity(101, { title: 'Conference', at: -3000, hours: 8 });
    const whole = planWith([early, activity(100, { title: 'Opening', at: 30, hours: 3 }), ...more]);
    expect(timelineDefaults(whole, { ...TASTE, language: 'en' }, NOW)).toMatchObject(between);
    expect(matrixDefaults(whole, TASTE, NOW)).toMatchObject(between);
    expect(exerciseSpan(planWith([early, ...more.slice(0, 1)]))).toBeUndefined();
  });

  it('are taken by their own schema', () => {
    const options = timelineDefaults(plan, { ...TASTE, language: 'fr' }, NOW);
    expect(timelinePrintOptionsSchema.parse(options)).toEqual(options);
  });

  it.each([
    ['an end before the beginning', { to: '2027-06-01T00:00:00Z' }],
    ['no sheet at all', { scale: { pagesWide: 0 } }],
    ['an unknown paper', { paper: 'B5' }],
    ['a field of another program', { shell: 'rm' }],
  ])('refuse %s', (_what, change) => {
    const options = { ...timelineDefaults(plan, { ...TASTE, language: 'en' }, NOW), ...change };
    expect(timelinePrintOptionsSchema.safeParse(options).success).toBe(false);
  });

  it('lay the paper as asked', () => {
    expect(paperSize({ paper: 'A3', orientation: 'landscape', textSize: 'normal' })).toEqual({
      width: 420,
      height: 297,
    });
    expect(paperSize({ paper: 'LETTER', orientation: 'portrait', textSize: 'normal' })).toEqual({
      width: 215.9,
      height: 279.4,
    });
    expect(paperSize({ paper: 'A0', orientation: 'portrait', textSize: 'wall' })).toEqual({
      width: 420.5,
      height: 594.5,
    });
  });
});
