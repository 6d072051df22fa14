// SVG files of the timeline: well formed whatever stands in a title, with names that no other drawing uses.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  element,
  svgSurface,
  svgText,
} from '../../../src/renderer/views/timeline/draw/svg-surface.ts';

const measure = (text: string) => text.length * 6;
const surface = (prefix = 'a', rightToLeft = false) => svgSurface({ measure, rightToLeft, prefix });
const text = (drawing: ReturnType<typeof surface>) => svgText(element('svg', {}, drawing.drawn()));

describe('an SVG drawing', () => {
  it('escapes whatever stands in a text or a colour', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (title) => {
        const drawing = surface();
        drawing.text(title, { x: 1, y: 2 }, { size: 11, colour: '"><script>' });
        const inside = text(drawing).replace(/<\/?(?:svg|g|text)(?: [a-z-]+="[^"<>]*")*\/?>/g, '');
        expect(inside).not.toMatch(/[<>]/);
        expect(inside.replace(/&(?:amp|lt|gt|quot);/g, '')).not.toContain('&');
        // oxlint-disable-next-line no-control-regex
        expect(inside).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
      }),
    );
  });

  it('defines each pattern and fade once, by names of its own', () => {
    const drawing = surface('x');
    const box = { x: 0, y: 0, width: 10, height: 10 };
    drawing.pattern(box, 'hatch', '#000');
    drawing.pattern(box, 'hatch', '#000');
    drawing.pattern(box, 'comb', '#000');
    drawing.fade(box, '#000', 'left');
    const written = text(drawing);
    expect(written.match(/<pattern /g)).toHaveLength(2);
    expect(written.match(/id="x\d"/g)).toHaveLength(3);
    expect(written.match(/url\(#x0\)/g)).toHaveLength(2);
  });

  it('anchors texts at their own start in a language from the right', () => {
    const drawing = surface('x', true);
    drawing.text('محفوظ', { x: 5, y: 5 }, { size: 11, colour: '#000', align: 'right' });
    expect(text(drawing)).toContain('text-anchor="start" direction="rtl"');
  });
});
