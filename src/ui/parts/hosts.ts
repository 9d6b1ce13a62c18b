/** What a tool gives to the parts inside it: provided once for its element, found from any element below. */
export function shareHost<Host extends { root: HTMLElement }>(): {
  provide(host: Host): void;
  /** @throws Error if there is none: what asks for it is defined, or loaded, only after the tool has provided one */
  find(element: Element): Host;
} {
  const hosts = new WeakMap<Element, Host>();
  return {
    provide(host) {
      hosts.set(host.root, host);
    },
    find(element) {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const host = hosts.get(at);
        if (host) return host;
      }
      throw new Error(`<${element.localName}> stands in no tool.`);
    },
  };
}
