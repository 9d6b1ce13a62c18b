import { resolve } from 'node:path';
import type { Engine } from '../../search/engine.ts';
import type { Weighed } from '../../search/lead.ts';
import type { Unit } from '../../search/units.ts';
import { openSite } from './built-site.ts';

/**
 * `npm run search -- "質問"`: how the built site understands a question and why it answers so, for people who tune
 * content/synonyms.yaml. Exit 0 when something was found, 1 when nothing, 2 when there is no site or no question.
 */
const site = resolve(process.env['KITEI_DIST'] || 'dist');
const asked = process.argv.slice(2).join(' ');
const most = 10;

process.exitCode = await main();

async function main(): Promise<number> {
  if (!asked.trim()) {
    console.error('Give a question: npm run search -- "USBを持ち出すときは"');
    return 2;
  }
  try {
    return await explain(openSite(site));
  } catch (fault) {
    const isMissing = fault instanceof Error && 'code' in fault && /ENOENT/.test(String(fault.code));
    if (!isMissing) throw fault;
    console.error(`There is no built site in ${site}. Run npm run build first.`);
    return 2;
  }
}

async function explain(engine: Engine): Promise<number> {
  const { question, missing, absent, hits, tools, ranked, count } = await engine.ask(asked);
  console.log(
    question.units.length > 0 ? 'Words of the question, and what else may say them:' : 'No word is left to look for.',
  );
  for (const { text, kind, weight, alternatives } of question.units) {
    console.log(`  ${text} (${kind}, weight ${weight})`);
    for (const { text, terms, weight } of alternatives)
      console.log(`    ${weight.toFixed(2)} ${text}  [${terms.join(' ')}]`);
  }
  for (const phrase of question.phrases) console.log(`  「${phrase}」 has to stand there as it is`);
  for (const word of question.excluded) console.log(`  ${word}: what has it is left out`);
  for (const { from, to } of question.corrections) console.log(`  もしかして: ${from} → ${to}`);
  for (const word of absent) console.log(`  ${word}: no text has this word`);
  for (const number of missing) console.log(`  ${number}: no document has this number`);
  console.log(`\n${count} headings found. Points = words × coverage and heading × document, before texts are read:`);
  for (const found of ranked.slice(0, most)) console.log(`  ${explainRecord(found, question.units)}`);
  console.log('\nWhat the page shows; points = those above × text:');
  for (const { tool, url, score } of tools) console.log(`  tool  ${score.toFixed(2)}  ${tool.title}  ${url}`);
  for (const [index, { score, handbook, headings, entry, url, why }] of hits.entries()) {
    console.log(`  ${index + 1}. ${score.toFixed(2)}  ${handbook} ${entry.label}  ${headings.at(-1) ?? ''}  ${url}`);
    const text = why.score > 0 ? `, text × ${(score / why.score).toFixed(2)}` : '';
    console.log(`       ${explainRecord(why, question.units)}${text}`);
  }
  return hits.length > 0 || tools.length > 0 ? 0 : 1;
}

/** Points of a record: by word, with the share of the word that stands there, and what multiplies their sum. */
function explainRecord({ record, score, points, shares, coverage, factor }: Weighed, units: readonly Unit[]): string {
  const words = units.map(
    ({ text }, at) => `${text} ${(points[at] ?? 0).toFixed(2)} (${Math.round((shares[at] ?? 0) * 100)} %)`,
  );
  const sum = points.reduce((total, value) => total + value, 0);
  const rest = sum > 0 && factor > 0 ? (score / sum / factor).toFixed(2) : '–';
  return [
    `${score.toFixed(2)} = record ${record}: ${words.join(' + ') || 'no word'}`,
    `coverage ${coverage.toFixed(2)} and heading × ${rest}`,
    `document × ${factor}`,
  ].join(', ');
}
