import { describe, expect, test } from 'vitest';
import { createRecentSearches, recentKey } from '../../src/stores/recent-searches.ts';
import { createSharedDevice } from '../../src/stores/shared-device.ts';
import { blockedStorage, MemoryStorage } from './memory-storage.ts';

function kept(local = new MemoryStorage(), session = new MemoryStorage()) {
  const recent = createRecentSearches(
    '/rules/',
    () => local,
    () => session,
  );
  return { local, session, recent };
}

describe('createRecentSearches', () => {
  test('keeps a few, the latest first, each once', () => {
    const { recent } = kept();
    for (const question of ['鍵', ' 名簿 ', '監査', '鍵', '', '廃棄', '複製', '誓約書']) recent.add(question);
    expect(recent.list()).toEqual(['誓約書', '複製', '廃棄', '鍵', '監査']);
  });

  test('another page of the site has them, another site does not, and erased they are gone', () => {
    const { local, session, recent } = kept();
    recent.add('鍵');
    expect(kept(local, session).recent.list()).toEqual(['鍵']);
    const other = createRecentSearches(
      '/',
      () => local,
      () => session,
    );
    expect(other.list()).toEqual([]);
    recent.erase();
    expect(recent.list()).toEqual([]);
    expect(local.length).toBe(0);
  });

  test('on a shared device nothing is kept, and what others asked is not shown', () => {
    const { local, session, recent } = kept();
    recent.add('鍵');
    createSharedDevice(() => session, '/rules/').set(true);
    expect(recent.list()).toEqual([]);
    recent.add('名簿');
    createSharedDevice(() => session, '/rules/').set(false);
    expect(recent.list()).toEqual(['鍵']);
    expect(local.length).toBe(1);
  });

  test('a text that is no question is not kept', () => {
    const { recent } = kept();
    recent.add('あ'.repeat(61));
    expect(recent.list()).toEqual([]);
  });

  test.each(['', '{', 'null', '{"a":1}', '[1,["鍵"],""]', `"${'あ'.repeat(10_001)}"`])(
    'what stands there and is no list is none: %.20s',
    (text) => {
      const { local, recent } = kept();
      local.setItem(recentKey('/rules/'), text);
      expect(recent.list()).toEqual([]);
      recent.add('鍵');
      expect(recent.list()).toEqual(['鍵']);
    },
  );

  test('where storage is blocked or full, the search works on', () => {
    const blocked = createRecentSearches('/', blockedStorage, blockedStorage);
    blocked.add('鍵');
    blocked.erase();
    expect(blocked.list()).toEqual([]);
    const { local, recent } = kept();
    local.capacity = 3;
    recent.add('鍵');
    expect(recent.list()).toEqual([]);
  });
});
