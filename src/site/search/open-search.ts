import type { Brand } from '../../core/brand/brand.ts';

type Named = Pick<Brand, 'isNamed' | 'title' | 'searchName'>;

/**
 * The description by which a browser offers the site as a search engine.
 * @param site the site's origin; without it the address stays relative, which not every browser takes
 * @param base the site's base path, with a slash at both ends
 * @param brand how the site calls itself
 * @see https://github.com/dewitt/opensearch OpenSearch 1.1
 */
export function toOpenSearch(site: string, base: string, brand: Named): string {
  const template = `${site.replace(/\/$/, '')}${base}search/?q={searchTerms}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeXml(brand.searchName)}</ShortName>
  <Description>${escapeXml(brand.isNamed ? `${brand.title}を調べる` : '情報セキュリティの規程と確認リストを調べる')}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Language>ja</Language>
  <Url type="text/html" template="${escapeXml(template)}"/>
</OpenSearchDescription>
`;
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
