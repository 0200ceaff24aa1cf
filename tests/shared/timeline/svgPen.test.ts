import { svgPen } from '#shared/timeline/svgPen.ts';

const draw = (text: string): string => {
  const { pen, file } = svgPen((words) => words.length * 6, 'sans-serif');
  pen.moved(10, 20, () => pen.within(0, 0, 50, 50, () => pen.text(1, 2, text, 'label', '#000000')));
  pen.lines([0, 0, 10, 0, 10, 5], 3, { colour: '#ff0000', dash: [4, 2] });
  pen.shapes([0, 0, 4, 0, 2, 3], 3, '#00ff00');
  return file(100, 60, 'Title & more');
};

test('what is drawn stands in the file, in its place', () => {
  const svg = draw('Bridge laying');
  expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg" width="100" height="60"')).toBe(true);
  expect(svg).toContain('<title>Title &amp; more</title>');
  expect(svg).toContain('transform="translate(10 20)"');
  expect(svg).toContain('>Bridge laying</text>');
  expect(svg).toContain('d="M0 0L10 0L10 5" fill="none" stroke="#ff0000" stroke-width="1" stroke-dasharray="4 2"');
  expect(svg).toContain('d="M0 0L4 0L2 3Z" fill="#00ff00"');
});

test('no text can become markup', () => {
  const svg = draw('<script>"&\u0007');
  expect(svg).toContain('&lt;script&gt;&quot;&amp; </text>');
  expect(svg).not.toContain('<script');
});
