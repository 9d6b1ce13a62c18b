import type { Basis } from '../basis.ts';
import type { Answers } from './answers.ts';
import type { Condition } from './definition.ts';
import { mayHold } from './may-hold.ts';

/** Kinds of characters that a rule on passwords can ask for. */
export const characterClasses = ['upper', 'lower', 'digit', 'symbol'] as const;
export type CharacterClass = (typeof characterClasses)[number];

/** What a typed password is held to on the page. It is computed from what is typed and kept nowhere. */
export interface PasswordCheck {
  kind: 'password';
  title: string;
  lead: string;
  /** The strictest first. */
  profiles: PasswordProfile[];
}

export interface PasswordProfile {
  id: string;
  label: string;
  /** The answers it is for; without any, all. */
  when: Condition[];
  minLength: number;
  /** All of them have to occur. */
  classes: CharacterClass[];
  /** What no program can see, e.g. whether it is somebody's birthday. */
  byEye: string[];
  basis: Basis[];
}

export interface PasswordFinding {
  /** In characters as a person counts them, not in UTF-16 units. */
  length: number;
  isLongEnough: boolean;
  missing: CharacterClass[];
  /** Whether there are characters of no class: spaces, full-width letters, kana. */
  hasOthers: boolean;
  /** Whether all holds that a program can see. */
  isMet: boolean;
}

// Half-width only: what else counts as 記号 is not said by any rule, and few systems take it.
const patterns: Readonly<Record<CharacterClass, RegExp>> = {
  upper: /[A-Z]/,
  lower: /[a-z]/,
  digit: /[0-9]/,
  symbol: /[!-/:-@[-`{-~]/,
};

/** Holds a password against what a program can see of the conditions. */
export function checkPassword(text: string, { minLength, classes }: PasswordProfile): PasswordFinding {
  const { length } = [...text];
  const isLongEnough = length >= minLength;
  const missing = classes.filter((name) => !patterns[name].test(text));
  return { length, isLongEnough, missing, hasOthers: /[^!-~]/.test(text), isMet: isLongEnough && missing.length === 0 };
}

/** The profile for a person's answers; with 「わからない」 the strictest that may be meant. */
export function findProfile({ profiles }: PasswordCheck, answers: Answers): PasswordProfile | undefined {
  return profiles.find(({ when }) => mayHold(when, answers));
}
