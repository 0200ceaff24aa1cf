/** The marking of a picture of the screen: it leaves the program, and everything named on it counts. */
import { pictureLabel } from '#renderer/features/timeline/picture.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { planOf } from '#shared/plan/state.ts';
import type { Scene } from '#shared/timeline/scene.ts';
import { exerciseRecord, locationRecord, uuidOf } from '#tests/support/plans.ts';

const SECRET = { policy: 'NATO', classification: 'NATO SECRET', releasableTo: [] };
const plan = planOf([exerciseRecord(), { ...locationRecord(10), label: SECRET } as PlanRecord, locationRecord(11)]);

/** As much of a scene as its marking looks at: rows without bars, one of them further down. */
const scene = (records: readonly string[], scrollTop = 0): Scene =>
  ({
    board: {
      bars: [],
      rows: records.map((record, index) => ({
        key: record,
        record,
        top: index * 500,
        height: 30,
        bar: -1,
        lanes: undefined,
        members: [],
      })),
    },
    frame: { scrollTop, height: 100, width: 800, origin: 0, msPerPixel: 1000 },
    anchors: [],
  }) as unknown as Scene;

test('a row whose name is in sight counts, whether it has bars or not', () => {
  expect(pictureLabel(scene([uuidOf(10)]), plan).classification).toBe('NATO SECRET');
  expect(pictureLabel(scene([uuidOf(11)]), plan).classification).toBe('NATO UNCLASSIFIED');
});

test('a row out of sight does not count before it is scrolled to', () => {
  expect(pictureLabel(scene([uuidOf(11), uuidOf(10)]), plan).classification).toBe('NATO UNCLASSIFIED');
  expect(pictureLabel(scene([uuidOf(11), uuidOf(10)], 480), plan).classification).toBe('NATO SECRET');
});

test('an anchor on the axis counts', () => {
  const anchor = {
    id: uuidOf(20),
    kind: 'anchor',
    owner: 'NOR',
    stamp: '',
    code: 'H',
    counts: 'hour',
    at: { at: '2027-06-12T00:00:00Z' },
    label: SECRET,
  } as unknown as PlanRecord;
  const marked = planOf([exerciseRecord(), anchor]);
  const withAnchor = { ...scene([]), anchors: [{ id: uuidOf(20), code: 'H', name: '', at: 0 }] } as Scene;
  expect(pictureLabel(withAnchor, marked).classification).toBe('NATO SECRET');
  expect(pictureLabel(scene([]), marked).classification).toBe('NATO UNCLASSIFIED');
});
