import { forgetCase, isAtRisk, keepCase } from '../../stores/decision-texts.ts';
import { LiveElement } from '../parts/live-element.ts';
import { part, show } from '../parts/parts.ts';
import { showSharedDevice } from '../parts/show-shared-device.ts';
import { warnBeforeLeaving } from '../parts/warn-before-leaving.ts';
import { findDecision } from './decision-context.ts';

/** The switch for devices that several people use. */
class DecisionKeeping extends LiveElement {
  protected override arrive(signal: AbortSignal): void {
    const { store, sharedDevice } = findDecision(this);
    const box = part(this, '[data-keep-nothing]', HTMLInputElement);
    box.checked = sharedDevice.isOn();
    this.#show(box.checked);
    const turn = () => {
      if (box.checked) forgetCase(store);
      sharedDevice.set(box.checked);
      keepCase(store);
      this.#show(box.checked);
    };
    box.addEventListener('change', turn, { signal });
    warnBeforeLeaving(isAtRisk(store), signal);
  }

  #show(isOn: boolean): void {
    show(this, '[data-keeping-nothing]', isOn);
    showSharedDevice(findDecision(this).root, isOn);
  }
}

customElements.define('decision-keeping', DecisionKeeping);
