import { SaxesParser, type SaxesTagNS } from 'saxes';
import { svgAttributes, svgElements, svgFunctions } from './svg-names.ts';

/** What is wrong with an image, in English, and what to do. */
export interface ImageFault {
  problem: string;
  hint: string;
}

export interface ImageSize {
  width: number;
  height: number;
}

const namespace = 'http://www.w3.org/2000/svg';
const xlink = 'http://www.w3.org/1999/xlink';
const deepest = 50;
const mostElements = 5000;

const plain =
  'ただの図形の SVG として保存し直すか（Inkscape は「プレーン SVG」。Illustrator は「書き出し形式」の SVG で、スタイルは「プレゼンテーション属性」、フォントは「アウトラインに変換」）、PNG にしてください。';

/**
 * Reads an SVG logo and holds that it is a drawing and nothing else: no script, event, link, style or entity that could
 * run or fetch anything, whoever opens the file by itself.
 * @returns its size, or the first fault
 */
export function checkSvg(text: string): ImageSize | ImageFault {
  let fault: ImageFault | undefined;
  let size: ImageSize | undefined;
  let elements = 0;
  let depth = 0;
  let style: string | undefined;
  const refuse = (problem: string, hint = plain) => {
    fault ??= { problem, hint };
  };
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', () => refuse('XML として読めません。'));
  parser.on('doctype', () =>
    refuse('文書型の宣言（<!DOCTYPE>）があります。', `<!DOCTYPE …> を消してください。または、${plain}`),
  );
  parser.on('processinginstruction', ({ target }) => refuse(`処理命令 <?${target} …?> があります。`));
  parser.on('opentag', (tag) => {
    elements += 1;
    depth += 1;
    if (elements > mostElements)
      refuse(`部品が ${mostElements} 個を超えています。`, '図を簡単にするか、PNG にしてください。');
    if (depth > deepest) refuse(`部品の入れ子が ${deepest} 段を超えています。`);
    if (elements === 1) size = readSize(tag);
    if (elements === 1 && (tag.local !== 'svg' || tag.uri !== namespace)) refuse('<svg> で始まっていません。');
    const problem = findTagProblem(tag);
    if (problem !== undefined) refuse(problem);
    if (tag.local === 'style') style = '';
  });
  const takeText = (part: string) => {
    if (style !== undefined) style += part;
  };
  parser.on('text', takeText);
  parser.on('cdata', takeText);
  parser.on('closetag', ({ local }) => {
    depth -= 1;
    if (local !== 'style' || style === undefined) return;
    const problem = findStyleProblem(style);
    if (problem !== undefined) refuse(`<style>: ${problem}`);
    style = undefined;
  });
  try {
    parser.write(text).close();
  } catch {
    // What is no XML; the reader's own words would help nobody who draws.
    refuse('XML として読めません。');
  }
  if (fault) return fault;
  if (!size)
    return {
      problem: '大きさが書かれていません。',
      hint: '<svg> に viewBox を書いてください（例: viewBox="0 0 240 60"）。',
    };
  return size;
}

function findTagProblem({ local, name, uri, attributes }: SaxesTagNS): string | undefined {
  if (uri !== namespace || !svgElements.has(local)) return `図に要らない部品 <${name}> があります。`;
  for (const { name: attribute, local: key, uri: space, value } of Object.values(attributes)) {
    if (/^xmlns(:|$)/.test(attribute) || /^xml:(space|lang)$/.test(attribute)) continue;
    const isKnown =
      space === '' ? svgAttributes.has(key) || /^(data|aria)-[\w-]+$/.test(key) : space === xlink && key === 'href';
    if (!isKnown) return `<${name}> に、図に要らない「${attribute}」があります。`;
    if (key === 'href' && !/^#[\w.-]+$/.test(value))
      return `<${name}> が、ファイルの外の「${value.slice(0, 60)}」を指しています。`;
    const problem = findStyleProblem(value);
    if (problem !== undefined) return `<${name}> の ${attribute}: ${problem}`;
  }
  return undefined;
}

/** A style fetches by url(), image(), @import and the like, and hides words by backslashes and comments. */
function findStyleProblem(style: string): string | undefined {
  if (/[\\@]|\/\*/.test(style)) return 'スタイルに、@ か \\ か注があります。';
  if (/(?:javascript|data|https?|file)\s*:|:\/\//i.test(style)) return 'アドレスがあります。';
  for (const [, name = '', inner = ''] of style.matchAll(/([\w-]*)\s*\(([^)]*)/g)) {
    if (name === '') continue;
    if (!svgFunctions.has(name.toLowerCase())) return `図に要らない ${name}() があります。`;
    if (name.toLowerCase() === 'url' && !/^\s*(['"]?)#[\w.-]+\1\s*$/.test(inner))
      return `url(${inner.slice(0, 40)}) が、ファイルの外を指しています。`;
  }
  return undefined;
}

function readSize({ attributes }: SaxesTagNS): ImageSize | undefined {
  const box = attributes['viewBox']?.value
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [width, height] =
    box?.length === 4
      ? [box[2], box[3]]
      : ['width', 'height'].map((key) => Number.parseFloat(attributes[key]?.value ?? ''));
  const isSize = (value: number | undefined): value is number => value !== undefined && value > 0 && value < 100_000;
  return isSize(width) && isSize(height) ? { width, height } : undefined;
}
