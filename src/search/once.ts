/**
 * Loads each thing once, however often it is asked for. A load that fails is forgotten, so that the next call tries again.
 */
export function onceEach<Key, Value>(load: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const loads = new Map<Key, Promise<Value>>();
  return (key) => {
    const known = loads.get(key);
    if (known) return known;
    const loading = load(key);
    loads.set(key, loading);
    loading.catch(() => loads.delete(key));
    return loading;
  };
}

/** As onceEach(), of one thing. */
export function once<Value>(load: () => Promise<Value>): () => Promise<Value> {
  const loadEach = onceEach(load);
  return () => loadEach(undefined);
}
