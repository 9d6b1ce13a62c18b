/*
 * Fonts whose letters are pictures: Word stores their codes (`w:sym`, bullets, U+F020 to U+F0FF), Unicode has the pictures.
 * Where Unicode has several that look alike, the one that Japanese fonts hold.
 */

/** 32 characters for each line from 0x20 on; a space where Unicode has none. */
type Table = readonly string[];

const symbol: Table = [
  ' !∀#∃%&∋()*+,−./0123456789:;<=>?',
  '≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_',
  '‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼ ',
  '                                ',
  '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵',
  'ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓',
  '◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭ ',
];

const wingdings: Table = [
  ' ✏✂✁👓🔔📖🕯☎✆✉🖃📪📫📬📭📁📂📄🗏🗐🗄⌛⌨🖰🖲💻🖴💾🖭✇✍',
  '✎✌👌👍👎☜☞☝☟✋☺😐☹💣☠🏳🏱✈☼💧❄🕆✞🕈✠✡☪☯ॐ☸♈♉',
  '♊♋♌♍♎♏♐♑♒♓&&●❍■□□❑❒◆◆◆❖◆⌧⍓⌘❀✿❝❞ ',
  '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿        ·•',
  '▪○○○◉◎○▪□▲✦★✶✴✹✵ ⌖✧⌑ ✪✰🕐🕑🕒🕓🕔🕕🕖🕗🕘',
  '🕙🕚🕛                  ⌫⌦◀➢▲▼➲➲↑↓←',
  '→↑↓↖↗↙↘←➔↑↓↖↗↙↘⇦⇨⇧⇩⬄⇳⇖⇗⇙⇘▭▫✗✓☒☑ ',
];

const wingdings2: Table = [
  '  ✎  ✄✀☎          📋🗑            ',
  '  👈👉      👆👇   ✗✓☒☑☒☒  ⦸⦸    ‽  ',
  '         ⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿ ',
  '     ✝               •●●●○○○◉◎◉▪',
  '■■■□□□□▣▣▣  ◆◆◆◇◇◈    ◆◆◊ ◖◗  ■◆',
  '                                ',
  '        ✦ ★✶ ✷  ✹       ※⁂      ',
];

const wingdings3: Table = [
  '                                ',
  '                                ',
  '                ▲▼△▽◀▶◁▷◣◢◤◥◀▶▲ ',
];

const webdings: Table = [
  '                    ▶           ',
  '                                ',
  ' ✓ □   ■      ●                 ',
];

const tables: Record<string, Table> = {
  symbol,
  wingdings,
  'wingdings 2': wingdings2,
  'wingdings 3': wingdings3,
  webdings,
};

/**
 * Letters of a picture font as real characters. One we have no character for becomes `unknown`, or stays where that is left
 * out; so do other letters of one's own (外字).
 */
export function toRealSymbols(text: string, font: string | undefined, unknown?: string): string {
  const table = tables[font?.toLowerCase() ?? ''];
  if (!table && !/[\uf020-\uf0ff]/.test(text)) return text;
  return [...text].map((letter) => toReal(letter, table, unknown)).join('');
}

function toReal(letter: string, table: Table | undefined, unknown: string | undefined): string {
  const code = letter.charCodeAt(0);
  const inPrivateUse = code >= 0xf020 && code <= 0xf0ff;
  // Letters a picture font has not, such as kana, come from another font.
  if (!inPrivateUse && !(table && code >= 0x20 && code <= 0xff)) return letter;
  const position = (code & 0xff) - 0x20;
  const [line, column] = [position >> 5, position & 31];
  // Without a font's name: the bullet of Symbol, and all else as Wingdings has it.
  const from = table ?? (code === 0xf0b7 ? symbol : wingdings);
  const real = [...(from[line] ?? '')][column];
  return real && (real !== ' ' || position === 0) ? real : (unknown ?? letter);
}
