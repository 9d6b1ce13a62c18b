/** The choice of colours in the head: kept on this device, followed at once, and followed again when the system changes. */
const key = 'starlight-theme';
const label = document.querySelector<HTMLElement>('[data-theme-choice]');
const select = label?.querySelector('select');
const system = matchMedia('(prefers-color-scheme: light)');

if (label && select) {
  select.value = readChoice() || 'auto';
  label.removeAttribute('data-waits');
  select.addEventListener('change', () => {
    try {
      localStorage.setItem(key, select.value === 'auto' ? '' : select.value);
    } catch {
      // Where storage is closed, the choice holds for this page.
    }
    show(select.value);
  });
  system.addEventListener('change', () => show(select.value));
}

function show(choice: string): void {
  document.documentElement.dataset['theme'] = choice === 'auto' ? (system.matches ? 'light' : 'dark') : choice;
}

function readChoice(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
