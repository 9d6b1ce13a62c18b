/** Tells at a field what nobody sees in it, once it is left or gone to: importing this file is enough. */

/** Where a closer look is worth its code: all that findForbidden() finds, and a little more. */
const suspicious = /(?![ \n\u3000])[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\ufffd]/u;

for (const type of ['change', 'focusin']) {
  document.addEventListener(type, ({ target }) => {
    const isTyped =
      target instanceof HTMLTextAreaElement ||
      (target instanceof HTMLInputElement && /^(?:text|password|tel|email|url)$/.test(target.type));
    if (!isTyped || !suspicious.test(target.value)) return;
    // What does not arrive is no loss: the field's own check says the same before anything is made of it.
    import('./tell-characters.ts').then(({ tellCharacters }) => tellCharacters(target), console.error);
  });
}
