import { describe, expect, test } from 'vitest';
import { checkSvg } from '../../../src/compiler/brand/check-svg.ts';

const svg = (inner: string, attributes = 'viewBox="0 0 240 60"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inner}</svg>`;

describe('checkSvg', () => {
  test.each([
    ['shapes', svg('<g fill="#fff"><path d="M0 0h10"/><circle cx="1" cy="1" r="1"/></g>'), { width: 240, height: 60 }],
    ['a size in dots', svg('<rect width="4" height="4"/>', 'width="120px" height="40"'), { width: 120, height: 40 }],
    [
      'a gradient, a clip and what programs write',
      `<?xml version="1.0" encoding="UTF-8"?>\n<!-- a comment -->\n${svg(
        '<defs><style type="text/css">.cls-1{fill:url(#g);}.b{fill:#e60012}</style><linearGradient id="a"><stop offset="0" stop-color="red"/></linearGradient><linearGradient id="g" xlink:href="#a" gradientTransform="matrix(1 0 0 1 0 0)"/><clipPath id="c"><rect width="1" height="1"/></clipPath></defs><path class="cls-1" clip-path="url(#c)" style="fill:rgb(1,2,3)" data-name="x" d="M0 0"/><text x="1" y="1">見本</text>',
        'id="l" data-name="L" version="1.1" viewBox="0,0,10,10" xml:space="preserve"',
      )}`,
      { width: 10, height: 10 },
    ],
  ])('takes a drawing: %s', (_, text, size) => {
    expect(checkSvg(text)).toEqual(size);
  });

  test.each([
    ['a script', svg('<script>alert(1)</script>')],
    ['a script of another case', svg('<SCRIPT>alert(1)</SCRIPT>')],
    ['a script under a prefix', svg('<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>')],
    ['HTML inside', svg('<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>')],
    ['an element of HTML', svg('<h:img xmlns:h="http://www.w3.org/1999/xhtml" src="x" onerror="alert(1)"/>')],
    ['an event', svg('<path d="M0 0" onload="alert(1)"/>')],
    ['an event on the root', svg('<path d="M0 0"/>', 'viewBox="0 0 1 1" onload="alert(1)"')],
    ['a picture from elsewhere', svg('<image href="https://example.com/x.png"/>')],
    ['another file by use', svg('<use href="other.svg#a"/>')],
    ['a part used again and again', svg('<g id="a"/><use href="#a"/>')],
    ['an animation', svg('<path d="M0 0"><animate attributeName="href" to="javascript:alert(1)"/></path>')],
    ['a set', svg('<set attributeName="onload" to="alert(1)"/>')],
    ['a link', svg('<a href="https://example.com"><path d="M0 0"/></a>')],
    ['a gradient from elsewhere', svg('<linearGradient xlink:href="https://example.com/x.svg#a"/>')],
    ['a gradient by a script', svg('<linearGradient href="javascript:alert(1)"/>')],
    ['an imported style', svg('<style>@import url(https://example.com/x.css);</style>')],
    ['a style hidden by a backslash', svg('<style>\\40 import "x";</style>')],
    ['a style that fetches', svg('<style>path{fill:url(https://example.com/x.svg#a)}</style>')],
    ['a style that fetches by CDATA', svg('<style><![CDATA[path{fill:url("//example.com/x")}]]></style>')],
    ['a style that fetches by image()', svg('<style>path{mask:image-set("x.png" 1x)}</style>')],
    ['a style attribute that fetches', svg('<path d="M0 0" style="fill:url( \'x.svg#a\' )"/>')],
    ['a fill that fetches', svg('<path d="M0 0" fill="url(x.svg#a)"/>')],
    ['a fill in capitals that fetches', svg('<path d="M0 0" fill="URL(x.svg#a)"/>')],
    ['an old expression', svg('<path d="M0 0" style="width:expression(alert(1))"/>')],
    ['an entity', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('<text>&a;</text>')}`],
    ['an external entity', `<!DOCTYPE svg SYSTEM "file:///etc/passwd">${svg('')}`],
    ['many entities', `<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${svg('<text>&b;</text>')}`],
    ['a style sheet beside it', `<?xml-stylesheet href="https://example.com/x.css"?>${svg('')}`],
    ['parts of another program', svg('<n:view xmlns:n="http://sodipodi.sourceforge.net/x"/>')],
    ['a base', svg('<path d="M0 0" xml:base="https://example.com/"/>')],
    ['no SVG at all', '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>'],
    ['an svg of no namespace', '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>'],
    ['no XML', '<svg'],
    ['nothing', ''],
    ['too deep', svg('<g>'.repeat(60) + '</g>'.repeat(60))],
    ['too many parts', svg('<g/>'.repeat(5001))],
    ['no size', svg('<path d="M0 0"/>', '')],
    ['a size of nothing', svg('', 'viewBox="0 0 0 10"')],
    ['a size that is none', svg('', 'viewBox="0 0 NaN 10"')],
  ])('refuses %s', (_, text) => {
    expect(checkSvg(text)).toEqual({ problem: expect.any(String), hint: expect.stringMatching(/\S/) });
  });

  test('says what is wrong and what to do', () => {
    expect(checkSvg(svg('<path d="M0 0" onclick="x()"/>'))).toMatchInlineSnapshot(`
      {
        "hint": "ただの図形の SVG として保存し直すか（Inkscape は「プレーン SVG」。Illustrator は「書き出し形式」の SVG で、スタイルは「プレゼンテーション属性」、フォントは「アウトラインに変換」）、PNG にしてください。",
        "problem": "<path> に、図に要らない「onclick」があります。",
      }
    `);
  });
});
