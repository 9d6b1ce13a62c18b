import type { Header } from '../../record/v1/header/header.ts';
import { longestRequestTexts, type Request, requestKeys } from '../../record/v1/header/request.ts';
import { longestHeaderText } from '../../record/v1/header/validate-fields.ts';
import { get } from '../../record/v1/read-values.ts';
import { hasOnly } from '../backup/open-backup.ts';
import { countCharacters, findForbidden } from '../text/characters.ts';
import { isDate } from '../text/date.ts';
import { madeIdForm } from '../text/id.ts';
import { leadOf, unwrapFragment } from '../text/shared-fragment.ts';
import type { Campaign } from './desk.ts';

/** Longest fragment, in letters: mail programs break longer addresses. */
export const longestInvitation = 4000;

const prefix = '#ask=';

/** What an invitation fills in; the names of company and checker are for whoever answers. */
export interface Invitation extends Pick<Header, 'recipient' | 'business'> {
  request: Request;
}

/** What an invitation to a campaign says. */
export function invitationOf(
  campaign: Pick<Campaign, 'id' | 'name' | 'dueOn' | 'scope' | 'contact' | 'recipient' | 'business'>,
): Invitation {
  const { id, name, dueOn, scope, contact, recipient, business } = campaign;
  return { request: { id, name, dueOn, scope, contact }, recipient, business };
}

/**
 * The fragment of an address that opens the list with the campaign filled in: `#ask=` and base64url of UTF-8 JSON.
 * @returns undefined where readInvitation() would not take it: campaignProblems() says what to mend
 */
export function toInvitation(
  campaign: Pick<Campaign, 'id' | 'name' | 'dueOn' | 'scope' | 'contact' | 'recipient' | 'business'>,
): string | undefined {
  const hash = writeInvitation(invitationOf(campaign));
  return readInvitation(hash) ? hash : undefined;
}

/** @param invitation as invitationOf() makes it, whatever it holds */
export function writeInvitation({ request, recipient, business }: Invitation): string {
  const { id, name, dueOn, scope, contact } = request;
  const json = JSON.stringify({ id, name, dueOn, scope, contact, recipient, business });
  const bytes = new TextEncoder().encode(json);
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return prefix + base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/**
 * Reads the fragment of an address, which anybody may have made: every text is bounded, without line breaks but in 対象範囲 and
 * without hidden characters, and nothing stands beside them.
 * @returns undefined for any other fragment
 */
export function readInvitation(hash: string): Invitation | undefined {
  if (!hash.startsWith(prefix) || hash.length > longestInvitation) return undefined;
  const value = decode(hash.slice(prefix.length));
  if (!hasOnly(value, ['id', ...requestKeys, 'recipient', 'business'])) return undefined;
  const text = (key: string, most: number) => readLine(get(value, key), most, key === 'scope');
  const id = get(value, 'id');
  const [name, dueOn, scope, contact] = requestKeys.map((key) => text(key, longestRequestTexts[key]));
  const [recipient, business] = [text('recipient', longestHeaderText), text('business', longestHeaderText)];
  if (typeof id !== 'string' || !madeIdForm.test(id) || !name || dueOn === undefined) return undefined;
  if (scope === undefined || contact === undefined || recipient === undefined || business === undefined)
    return undefined;
  if (dueOn !== '' && !isDate(dueOn)) return undefined;
  const invitation = { request: { id, name, dueOn, scope, contact }, recipient, business };
  // Of what says the same there is one spelling.
  return writeInvitation(invitation) === hash ? invitation : undefined;
}

/** Reads an invitation out of an address that was sent on, whatever a mail program or a sentence has put into or behind it. */
export function findInvitation(hash: string): Invitation | undefined {
  const text = unwrapFragment(hash.slice(0, 2 * longestInvitation)).slice(prefix.length);
  const [whole = ''] = /^[\w-]*/.exec(text) ?? [];
  return readInvitation(hash) ?? readInvitation(prefix + whole) ?? readInvitation(prefix + leadOf(text));
}

function readLine(value: unknown, most: number, lines: boolean): string | undefined {
  if (typeof value !== 'string' || countCharacters(value) > most || value !== value.trim()) return undefined;
  return findForbidden(value, { lines }) ? undefined : value;
}

function decode(base64url: string): unknown {
  try {
    const base64 = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(base64, (letter) => letter.charCodeAt(0));
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    // No base64, no UTF-8 or no JSON: it is no invitation.
    return undefined;
  }
}
