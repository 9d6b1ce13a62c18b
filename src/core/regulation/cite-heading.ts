/**
 * How one cites a whole heading of a document: `3章 3.1 媒体の廃棄`, `第16条（情報の管理）`.
 * @param label the heading's place as the source's list of units has it
 */
export function citeHeading(label: string, caption: string): string {
  const place = label.replace(/ ?見出し$/, '');
  return place.includes(caption.replace(/[【】（）()［］[\]]/g, '')) ? place : `${place} ${caption}`;
}
