/** How an id looks in a definition, in answers and in an address: `usb-memory`. It keeps out `__proto__`. */
export const idForm = /^[a-z][a-z0-9-]{0,99}$/;

/** How an id looks that a page makes for what a person begins: a case, a row. It is never a key of an object. */
export const madeIdForm = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;
