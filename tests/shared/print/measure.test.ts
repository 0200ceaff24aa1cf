import fc from 'fast-check';
import { textWidth, wrap } from '#shared/print/measure.ts';

describe('measuring text', () => {
  it('knows the widths of Arial', () => {
    // Advance widths of the Helvetica and Arial metrics: H 722, e 556, l 222, o 556.
    expect(textWidth('Hello', 10)).toBeCloseTo(22.78, 2);
  });

  it('gives an accented letter the width of its base', () => {
    expect(textWidth('É', 10)).toBe(textWidth('E', 10));
  });

  it('wraps into lines that fit and lose nothing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 10, max: 100 }), (text, width) => {
        const lines = wrap(text, width, 3);
        for (const line of lines) expect(textWidth(line, 3)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''));
      }),
    );
  });
});
