/** How an id looks in a definition, in answers and in an address: `usb-memory`. It keeps out `__proto__`. */
export const idForm = /^[a-z][a-z0-9-]{0,99}$/;
