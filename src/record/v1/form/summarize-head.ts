import { blankEraDate, formatEraDate } from '../../../core/text/era.ts';
import type { Header } from '../header/header.ts';
import type { SummaryBlock } from '../summary/summary-document.ts';
import type { PaperPeriod } from './answers.ts';
import { fillBusiness, namesBusiness } from './business.ts';
import type { FormDefinition } from './definition.ts';
import { headKeysOf, headNamesOf } from './given.ts';
import { periodLabel } from './period.ts';
import type { PaperContents } from './summarize.ts';

/** How a paper begins, up to its first sentence. */
export function headBlocks({ definition, sent }: PaperContents): SummaryBlock[] {
  const period = sent.period ? [{ label: periodLabel, value: describePeriod(sent.period) }] : [];
  return definition.layout === 'letter'
    ? letterBlocks(definition, sent.header, period)
    : sheetBlocks(definition, sent.header, period);
}

type Row = { label: string; value: string };

function letterBlocks(definition: FormDefinition, header: Header, period: Row[]): SummaryBlock[] {
  const { mark = '', heading, head } = definition;
  const letter: SummaryBlock = {
    kind: 'letter',
    mark,
    date: formatEraDate(header.checkedOn) || blankEraDate,
    to: addresseeLine(definition, header),
    from: [
      { label: head.company, value: header.company },
      { label: head.checker, value: header.checker },
    ],
    heading: fillBusiness(heading, header.business),
  };
  const isSaid = head.business === undefined || namesBusiness(definition);
  const rows = [...(isSaid ? [] : [{ label: head.business ?? '', value: header.business }]), ...period];
  return rows.length > 0 ? [letter, { kind: 'fields', caption: '', rows }] : [letter];
}

function sheetBlocks(definition: FormDefinition, header: Header, period: Row[]): SummaryBlock[] {
  const { mark = '', heading } = definition;
  const names = headNamesOf(definition);
  const rows = headKeysOf(definition).map((key) => ({
    label: names[key] ?? '',
    value: key === 'checkedOn' ? formatEraDate(header.checkedOn) || blankEraDate : header[key],
  }));
  return [
    ...(mark === '' ? [] : [{ kind: 'paragraph' as const, text: mark }]),
    { kind: 'heading', text: fillBusiness(heading, header.business) },
    { kind: 'fields', caption: '', rows: [...rows, ...period] },
  ];
}

/** 東京労働局 あて; a name that has its ending already gets no second one, and where no name stands there is room for one. */
function addresseeLine({ head: { recipient } }: FormDefinition, header: Header): string {
  if (!recipient) return '';
  const { ending } = recipient;
  const name = header.recipient;
  if (name === '') return `${'　'.repeat(12)}${ending}`;
  const hasEnding = /(?:御中|様|殿|あて|宛て?|先生)$/.test(name);
  return ending === '' || hasEnding ? name : `${name}　${ending}`;
}

/** 令和8年11月1日から令和8年11月30日まで. */
function describePeriod({ from, until }: PaperPeriod): string {
  const begin = from === '' ? '' : `${formatEraDate(from)}から`;
  const end = until === '' ? '' : `${formatEraDate(until)}まで`;
  return begin + end || '全ての期間';
}
