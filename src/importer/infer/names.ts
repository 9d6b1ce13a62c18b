import { fold } from '../../search/fold.ts';
import type { Named } from '../model/fields.ts';
import { type AgentClass, agentPattern, classes, leading, strangers } from './agents.ts';
import type { Known } from './known.ts';
import type { Place } from './places.ts';
import type { Sentence } from './sentences.ts';

/** Somebody a sentence names. */
export interface Mention {
  start: number;
  end: number;
  /** Undefined for somebody who has no part in the rules (第三者), or whom the document leaves open. */
  who: Named | undefined;
  /** Known by a fixed name or abbreviation, and not by a likeness. */
  isSure: boolean;
}

/** Who is who in a document. */
export interface Names {
  find(sentence: Sentence): Mention[];
  /** The role whose name a title begins with or holds: 委託先情報セキュリティ確認リスト. */
  within(title: string): Named | undefined;
  /** The one known role of a class, or the word the document has for it. */
  ofClass(kind: AgentClass): Named | undefined;
  isOfClass(kind: AgentClass, who: Named): boolean;
}

/** （以下「乙」という。） after the words it stands for. */
const abbreviation =
  /([^、。（(「」\s]{1,30})[（(](?:以下、?)?[「『]?([^「」『』（）()]{1,20}?)[」』]?(?:と(?:いう|する|言う|いいます|称する)。?)?[）)]/gu;

/** Known roles by their names, abbreviations that the text introduces, and whatever else sounds like a person or a body. */
export function toNames(places: readonly Place[], known: Known): Names {
  const byName = new Map<string, Named>();
  for (const [id, name] of Object.entries(known.roles)) byName.set(keyOf(name), { name, id });
  for (const [id, word] of Object.entries(known.printed ?? {})) {
    byName.set(keyOf(word), { name: known.roles[id] ?? word, id });
  }
  const roles = [...new Map([...byName.values()].map((who) => [who.id, who])).values()];
  const isOfClass = (kind: AgentClass, who: Named) => {
    const printed = who.id ? known.printed?.[who.id] : undefined;
    return classes[kind].test(who.name) || (printed !== undefined && classes[kind].test(printed));
  };
  const classesOf = (word: string) => (Object.keys(classes) as AgentClass[]).filter((kind) => classes[kind].test(word));
  const sameKind = (word: string): Named | undefined => {
    for (const kind of classesOf(word)) {
      const some = roles.filter((who) => isOfClass(kind, who));
      if (some.length === 1) return some[0];
      // The company's own rules call it the one that gives the work away.
      if (kind === 'client') {
        const own = roles.filter((who) => isOfClass('own', who));
        if (own.length === 1) return own[0];
      }
    }
    return undefined;
  };
  /** 事務取扱責任者 for 特定個人情報事務取扱責任者, where only one role ends in it. */
  const longer = (word: string): Named | undefined => {
    if ([...word].length < 4) return undefined;
    const some = roles.filter(({ name }) => keyOf(name).endsWith(keyOf(word)));
    return some.length === 1 ? some[0] : undefined;
  };
  const shorter = (word: string): Named | undefined => {
    const some = roles.filter(({ name }) => [...name].length >= 3 && keyOf(word).endsWith(keyOf(name)));
    some.sort((a, b) => b.name.length - a.name.length);
    return some[0];
  };
  const resolve = (word: string): Omit<Mention, 'start' | 'end'> => {
    const exact = byName.get(keyOf(word));
    if (exact) return { who: exact, isSure: true };
    const bare = word.replace(leading, '');
    const found = byName.get(keyOf(bare));
    if (found) return { who: found, isSure: true };
    const alike = longer(bare) ?? sameKind(bare) ?? shorter(bare);
    if (alike) return { who: alike, isSure: false };
    if (strangers.test(bare)) return { who: undefined, isSure: false };
    return { who: { name: bare }, isSure: true };
  };
  for (const { text } of places) {
    for (const [, words = '', short = ''] of text.matchAll(abbreviation)) addAbbreviation(words, short);
  }
  function addAbbreviation(words: string, short: string) {
    if (byName.has(keyOf(short))) return;
    const last = [...words.matchAll(agentPattern)].at(-1);
    const ends = last && last.index + last[0].length === words.length;
    const named = [...byName.keys()].filter((key) => keyOf(words).endsWith(key));
    named.sort((a, b) => b.length - a.length);
    const who = named[0] === undefined ? undefined : byName.get(named[0]);
    if (who) byName.set(keyOf(short), who);
    else if (ends && /^[甲乙丙丁]$/u.test(short)) {
      const { who: meant } = resolve(last[0]);
      byName.set(keyOf(short), meant?.id ? meant : { name: short });
    }
  }

  // An abbreviation of one letter is found by the pattern, which sees what stands beside it.
  const words = [...byName.keys()].filter((key) => key.length > 1).sort((a, b) => b.length - a.length);
  const listed = words.length > 0 ? new RegExp(words.map(escapeWord).join('|'), 'gu') : undefined;
  return {
    isOfClass,
    within: (title) => byName.get(words.find((word) => keyOf(title).includes(word)) ?? ''),
    ofClass: (kind) => roles.find((who) => isOfClass(kind, who)),
    find(sentence) {
      const { text } = sentence;
      const found: Mention[] = [];
      for (const { 0: word, index } of text.matchAll(agentPattern)) {
        const cut = byName.has(keyOf(word)) ? 0 : (leading.exec(word)?.[0].length ?? 0);
        found.push(widen(text, index + cut, index + word.length));
      }
      const folded = listed ? fold(text) : undefined;
      for (const { 0: word, index } of listed && folded ? folded.text.matchAll(listed) : []) {
        const start = folded?.starts[index] ?? 0;
        const end = folded?.ends[index + word.length - 1] ?? start;
        // Part of a longer word is another word: 受託者 in 受託者名簿.
        if (/^(?![及又並若等])[一-鿿々ァ-ヺー]/u.test(text.slice(end))) continue;
        found.push({ start, end, who: byName.get(word), isSure: true });
      }
      found.sort((a, b) => b.end - b.start - (a.end - a.start));
      const mentions: Mention[] = [];
      for (const one of found) {
        if (mentions.every(({ start, end }) => one.end <= start || one.start >= end)) mentions.push(one);
      }
      return mentions.sort((a, b) => a.start - b.start);
    },
  };

  /** 受託者の責任者 is somebody else than a 責任者. */
  function widen(text: string, start: number, end: number): Mention {
    const word = text.slice(start, end);
    const before = office.test(word) ? /[一-鿿々ァ-ヺー]{2,12}の$/u.exec(text.slice(0, start))?.[0] : undefined;
    if (before === undefined) return { start, end, ...resolve(word) };
    const whole = before + word;
    const known = byName.get(keyOf(whole)) ?? longer(before.slice(0, -1) + word);
    const bare = byName.get(keyOf(word));
    if (!known && bare) return { start, end, who: bare, isSure: false };
    return { start: start - before.length, end, who: known ?? { name: whole }, isSure: known !== undefined };
  }
}

/** An office that says only with another word whose it is. */
const office = /^(?:責任者|管理者|担当者|代表者|取扱者|監督者|長|部長|課長|役員|委員|事務局)$/u;

function keyOf(name: string): string {
  return fold(name).text.replaceAll(/\s/gu, '');
}

function escapeWord(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
