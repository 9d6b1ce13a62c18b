import type { XmlElement } from '../zip/read-xml.ts';

/** What an element says in `w:val`. */
export function valOf(element: XmlElement | undefined): string | undefined {
  return element?.attributes['w:val'];
}

/** The whole number in `w:val`; `undefined` where there is none. */
export function numberOf(element: XmlElement | undefined): number | undefined {
  return toWhole(valOf(element));
}

/** A whole number, the sign included; `undefined` for anything else. */
export function toWhole(text: string | undefined): number | undefined {
  return text !== undefined && /^[+-]?\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** Whether a property that is on or off is on; `undefined` where the element is not there. */
export function isOn(element: XmlElement | undefined): boolean | undefined {
  return element && !/^(0|false|off)$/.test(valOf(element) ?? '1');
}
