/** A pen that writes SVG: the picture of the screen as lines and texts that a slide can scale and edit. */
import { FONTS, type Pen, type Stroke } from './pen.ts';

const SPECIAL: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Text as XML holds it; control characters have no place in it at all. */
const escape = (text: string): string =>
  text.replaceAll(/\p{Cc}/gu, ' ').replaceAll(/[&<>"]/g, (sign) => SPECIAL[sign] ?? sign);

const number = (value: number): string => String(Math.round(value * 100) / 100);

const strokeOf = ({ colour, width = 1, dash }: Stroke): string =>
  ` stroke="${colour}" stroke-width="${number(width)}"${dash === undefined ? '' : ` stroke-dasharray="${dash.join(' ')}"`}`;

/** `M x y L x y ...` for every `points` corners. */
const pathOf = (coordinates: readonly number[], points: number, close: boolean): string => {
  const parts: string[] = [];
  for (let at = 0; at < coordinates.length; at += 2) {
    const corner = (at / 2) % points;
    parts.push(`${corner === 0 ? 'M' : 'L'}${number(coordinates[at] ?? 0)} ${number(coordinates[at + 1] ?? 0)}`);
    if (close && corner === points - 1) parts.push('Z');
  }
  return parts.join('');
};

export interface SvgPen {
  readonly pen: Pen;
  /** The whole file. */
  readonly file: (width: number, height: number, title: string) => string;
}

/**
 * @param width how wide a text is: asked of whoever knows the fonts.
 * @param family of all fonts.
 */
export const svgPen = (width: Pen['width'], family: string): SvgPen => {
  const out: string[] = [];
  let clips = 0;
  const group = (attributes: string, draw: () => void): void => {
    out.push(`<g${attributes}>`);
    draw();
    out.push('</g>');
  };
  const rect = (x: number, y: number, w: number, h: number): string =>
    `<rect x="${number(x)}" y="${number(y)}" width="${number(Math.max(0, w))}" height="${number(Math.max(0, h))}"`;
  const pen: Pen = {
    width,
    box: (x, y, w, h, fill) => void out.push(`${rect(x, y, w, h)} fill="${fill}" shape-rendering="crispEdges"/>`),
    card: (x, y, w, h, radius, fill, edge) =>
      void out.push(`${rect(x, y, w, h)} rx="${radius}" fill="${fill}"${edge === undefined ? '' : strokeOf(edge)}/>`),
    lines: (coordinates, points, stroke) => {
      if (coordinates.length > 0)
        out.push(`<path d="${pathOf(coordinates, points, false)}" fill="none"${strokeOf(stroke)}/>`);
    },
    wires: (coordinates, points, { colour, width: thickness, dash }) =>
      pen.lines(coordinates, points, { colour, width: thickness, ...(dash === undefined ? {} : { dash }) }),
    shapes: (coordinates, points, fill, edge) => {
      if (coordinates.length > 0)
        out.push(
          `<path d="${pathOf(coordinates, points, true)}" fill="${fill}"${edge === undefined ? '' : strokeOf(edge)}/>`,
        );
    },
    text: (x, y, text, font, fill, anchor = 'start') => {
      const { size, weight } = FONTS[font];
      if (text !== '')
        out.push(
          `<text x="${number(x)}" y="${number(y)}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" fill="${fill}">${escape(text)}</text>`,
        );
    },
    picture: (picture, x, y, w, h) => {
      const href = picture.href();
      if (href !== undefined)
        out.push(
          `<image href="${escape(href)}" x="${number(x)}" y="${number(y)}" width="${number(w)}" height="${number(h)}"/>`,
        );
    },
    within: (x, y, w, h, draw) => {
      clips += 1;
      out.push(`<clipPath id="c${clips}">${rect(x, y, w, h)}/></clipPath>`);
      group(` clip-path="url(#c${clips})"`, draw);
    },
    moved: (x, y, draw) => group(` transform="translate(${number(x)} ${number(y)})"`, draw),
    faint: (opacity, draw) => group(` opacity="${number(opacity)}"`, draw),
  };
  return {
    pen,
    file: (w, h, title) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" font-family="${escape(family)}" role="img"><title>${escape(title)}</title>${out.join('\n')}</svg>\n`,
  };
};
