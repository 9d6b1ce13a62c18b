/**
 * Works out once what follows from a text alone. Content is read again and again while it is written, and most of its
 * files are as they were.
 * @param most how many results are remembered; the one asked for longest ago goes first
 */
export function remember<Result>(most: number, work: (text: string) => Result): (text: string) => Result {
  const results = new Map<string, Result>();
  return (text) => {
    const known = results.get(text);
    const result = known ?? work(text);
    results.delete(text);
    results.set(text, result);
    for (const [oldest] of results) {
      if (results.size <= most) break;
      results.delete(oldest);
    }
    return result;
  };
}
