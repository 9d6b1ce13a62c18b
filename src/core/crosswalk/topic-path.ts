/** Path of a topic's page from the site's base: ids are camelCase, addresses are not. */
export function topicPath(id: string): string {
  return `compare/${id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}/`;
}
