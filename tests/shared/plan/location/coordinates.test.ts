import fc from 'fast-check';
import { formatLatLon, formatMgrs, parseCoordinates } from '#shared/plan/location/coordinates.ts';

const read = (text: string) => {
  const parsed = parseCoordinates(text);
  return parsed.ok ? parsed.value : parsed.error.code;
};

test.each([
  ['60.2934, 5.2181', 60.2934, 5.2181],
  ['60.2934 5.2181', 60.2934, 5.2181],
  ['60,2934; 5,2181', 60.2934, 5.2181],
  ['-33.9, -18.4', -33.9, -18.4],
  [`60°17.6'N 5°13.1'E`, 60.293333, 5.218333],
  [`60°17'36"N 005°13'06"E`, 60.293333, 5.218333],
  ['N60 17.6 E5 13.1', 60.293333, 5.218333],
  ['33.9S 18.4W', -33.9, -18.4],
])('%s is read', (text, latitude, longitude) => {
  expect(read(text)).toEqual({ latitude, longitude });
});

test.each([
  ['32V KN 9014 0123', 60, 5],
  ['32vkn90140123', 60, 5],
])('MGRS %s is read', (text, latitude, longitude) => {
  const at = read(text);
  expect(at).toEqual({ latitude: expect.closeTo(latitude, -1), longitude: expect.closeTo(longitude, -1) });
});

test.each([
  ['', 'COORDINATES_UNREADABLE'],
  ['Bergen', 'COORDINATES_UNREADABLE'],
  ['60.3', 'COORDINATES_UNREADABLE'],
  [`60°75'N 5°E`, 'COORDINATES_UNREADABLE'],
  ['5E 60N', 'COORDINATES_UNREADABLE'],
  ['60, 5, 3', 'COORDINATES_UNREADABLE'],
  ['91, 5', 'COORDINATES_RANGE'],
  ['60, 181', 'COORDINATES_RANGE'],
  ['32V KN 901 0123', 'COORDINATES_UNREADABLE'],
])('%s is refused', (text, code) => {
  expect(read(text)).toBe(code);
});

const place = fc.record({
  latitude: fc.double({ min: -79.9, max: 83.9, noNaN: true }),
  longitude: fc.double({ min: -179.9, max: 179.9, noNaN: true }),
});

test('what is written is read back: to the hundredth of a minute', () => {
  fc.assert(
    fc.property(place, (at) => {
      const back = read(formatLatLon(at));
      expect(back).toEqual({
        latitude: expect.closeTo(at.latitude, 3),
        longitude: expect.closeTo(at.longitude, 3),
      });
    }),
  );
});

test('a grid reference names the square that the place is in', () => {
  fc.assert(
    fc.property(place, (at) => {
      const text = formatMgrs(at);
      const back = read(text);
      expect(back).toEqual({
        latitude: expect.closeTo(at.latitude, 3),
        longitude: expect.closeTo(at.longitude, 2),
      });
      expect(text).toMatch(/^\d{1,2}[C-HJ-NP-X] [A-HJ-NP-Z]{2} \d{4} \d{4}$/);
    }),
  );
});

test('beyond 84° N and 80° S there is no such grid', () => {
  expect(formatMgrs({ latitude: 85, longitude: 5 })).toBe('');
  expect(formatMgrs({ latitude: -80.5, longitude: 5 })).toBe('');
});
