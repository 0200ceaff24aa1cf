import { pictureBytes, pictureName } from '#electron/picture/handlers.ts';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

test('a picture comes together from its pieces', () => {
  const text = PNG.toString('base64');
  expect(Buffer.from(pictureBytes('png', [text.slice(0, 5), text.slice(5)]) ?? [])).toEqual(PNG);
  expect(Buffer.from(pictureBytes('svg', ['<svg ', 'xmlns="x"/>']) ?? []).toString()).toBe('<svg xmlns="x"/>');
});

test('what is no picture of the form it claims is not written', () => {
  expect(pictureBytes('png', ['<svg />'])).toBeUndefined();
  expect(pictureBytes('svg', [PNG.toString('base64')])).toBeUndefined();
  expect(pictureBytes('svg', ['<html>'])).toBeUndefined();
});

test('the file is named by letters and digits', () => {
  expect(pictureName('Northern Beacon 2027: timeline', 'png')).toBe('Northern-Beacon-2027-timeline.png');
  expect(pictureName('../../etc', 'svg')).toBe('etc.svg');
  expect(pictureName('…', 'svg')).toBe('Entente.svg');
});
