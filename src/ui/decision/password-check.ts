import { checkPassword, findProfile, type PasswordFinding } from '../../record/v1/decision/password.ts';
import { LiveElement } from '../parts/live-element.ts';
import { part, show } from '../parts/parts.ts';
import { findDecision } from './decision-context.ts';

/**
 * Says which conditions a typed password meets. The text is read from the field and goes nowhere: into no store, no
 * address, no document; it is emptied when the answers change and when the page is left.
 */
class PasswordCheckElement extends LiveElement {
  protected override arrive(signal: AbortSignal): void {
    const { store } = findDecision(this);
    show(this, '[data-pass]', true);
    const field = part(this, '[data-text]', HTMLInputElement);
    const reveal = part(this, '[data-reveal]', HTMLButtonElement);
    const clear = () => {
      field.value = '';
      this.#show();
    };
    // Nothing of the decision listens to this field.
    for (const type of ['input', 'change'])
      field.addEventListener(
        type,
        (event) => {
          event.stopPropagation();
          this.#show();
        },
        { signal },
      );
    reveal.addEventListener(
      'click',
      () => {
        const isShown = field.type === 'password';
        field.type = isShown ? 'text' : 'password';
        reveal.setAttribute('aria-pressed', String(isShown));
      },
      { signal },
    );
    // A page that the browser keeps for going back keeps its fields too.
    addEventListener('pagehide', clear, { signal });
    this.follow(store.$verdict.subscribe(clear));
  }

  #show(): void {
    const { definition, $given } = findDecision(this).store;
    const { value } = part(this, '[data-text]', HTMLInputElement);
    const profile = definition.check && findProfile(definition.check, $given.get().answers);
    for (const place of this.querySelectorAll<HTMLElement>('[data-profile]'))
      place.hidden = place.dataset['profile'] !== profile?.id;
    const finding = profile && value !== '' ? checkPassword(value, profile) : undefined;
    for (const line of this.querySelectorAll<HTMLElement>('[data-condition]')) {
      const mark = part(line, '[data-mark]', HTMLElement);
      const state = finding === undefined ? 'none' : isMet(finding, line.dataset['condition']) ? 'met' : 'open';
      mark.textContent = mark.dataset[state] ?? '';
      line.dataset['state'] = state;
    }
    const say = part(this, '[data-say]', HTMLElement);
    say.textContent = finding === undefined ? '' : ((finding.isMet ? say.dataset['met'] : say.dataset['open']) ?? '');
    show(this, '[data-others]', finding?.hasOthers === true);
  }
}

function isMet({ isLongEnough, missing }: PasswordFinding, condition: string | undefined): boolean {
  return condition === 'length' ? isLongEnough : !missing.some((name) => name === condition);
}

customElements.define('password-check', PasswordCheckElement);
