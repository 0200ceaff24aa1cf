/** @jest-environment jsdom */
import {
  fitSpan,
  panBy,
  recallViewport,
  rememberViewport,
  scrollIntoSight,
  toggleFolded,
  useViewport,
  zoomAt,
} from '../../../../renderer/features/timeline/viewport.ts';
import { DAY, MINUTE } from '#shared/time/instant.ts';

const START = Date.parse('2027-06-01T00:00:00Z');

beforeEach(() => {
  localStorage.clear();
  useViewport.setState({
    origin: START,
    msPerPixel: DAY / 100,
    scrollTop: 0,
    width: 1000,
    height: 500,
    boardHeight: 2000,
    folded: [],
    grouping: 'participant',
  });
});

const at = (x: number): number => useViewport.getState().origin + x * useViewport.getState().msPerPixel;

test('what is under the pointer stays there while zooming, in and out', () => {
  const under = at(300);
  for (const factor of [0.5, 0.1, 7, 3]) {
    zoomAt({ x: 300, y: 0 }, factor);
    expect(Math.abs(at(300) - under)).toBeLessThan(1);
  }
});

test('the zoom ends at five years and more, and at fifteen minutes', () => {
  zoomAt({ x: 0, y: 0 }, 1e9);
  expect(useViewport.getState().msPerPixel * 1000).toBeGreaterThan(5 * 366 * DAY);
  zoomAt({ x: 0, y: 0 }, 1e-9);
  // On the widest screen, too.
  expect(useViewport.getState().msPerPixel * 3840).toBeLessThanOrEqual(15 * MINUTE);
});

test('panning moves time freely and rows as far as there are any', () => {
  panBy(100, 300);
  expect(useViewport.getState()).toMatchObject({ origin: START + DAY, scrollTop: 300 });
  panBy(0, 5000);
  expect(useViewport.getState().scrollTop).toBe(1500);
  panBy(0, -9000);
  expect(useViewport.getState().scrollTop).toBe(0);
});

test('a row in sight stays where it is; one out of sight comes in', () => {
  scrollIntoSight(100, 120);
  expect(useViewport.getState().scrollTop).toBe(0);
  scrollIntoSight(800, 820);
  const { scrollTop } = useViewport.getState();
  expect(scrollTop).toBeGreaterThan(320);
  expect(scrollTop).toBeLessThan(800);
});

test('a span is shown whole', () => {
  fitSpan({ start: START, end: START + 40 * DAY });
  expect(at(0)).toBeLessThan(START);
  expect(at(1000)).toBeGreaterThan(START + 40 * DAY);
});

test('the view of an exercise comes back as it was left, and only its own', () => {
  toggleFolded('NOR');
  useViewport.setState({ grouping: 'location', scrollTop: 120 });
  rememberViewport('a');
  toggleFolded('NOR');
  useViewport.setState({ grouping: 'unit', scrollTop: 0, origin: 0 });
  expect(recallViewport('b')).toBe(false);
  expect(recallViewport('a')).toBe(true);
  expect(useViewport.getState()).toMatchObject({
    grouping: 'location',
    folded: ['NOR'],
    origin: START,
    scrollTop: 120,
  });
});

test.each(['{', '{"origin":"soon"}', '{"origin":1,"msPerPixel":2,"grouping":"nothing","folded":7}'])(
  'a view that is damaged (%s) breaks nothing',
  (kept) => {
    localStorage.setItem('timeline.a', kept);
    recallViewport('a');
    expect(useViewport.getState().grouping).toBe('participant');
    expect(useViewport.getState().folded).toEqual([]);
  },
);
