import { expect, test } from 'vitest';
import { commandFor } from '../../src/compiler/next-commands.ts';

test.each([
  ['content', 'npm start', 'linux', 'npm start'],
  ['../our-rules', 'npm run check', 'linux', 'npm run check -- --content ../our-rules'],
  ['../our-rules', 'npm run new -- handbook ID', 'win32', 'npm run new -- handbook ID --content ../our-rules'],
  ['../our-rules', 'npm start', 'linux', 'KITEI_CONTENT=../our-rules npm start'],
  ['../our rules', 'npm run build', 'darwin', "KITEI_CONTENT='../our rules' npm run build"],
  ['..\\our-rules', 'npm start', 'win32', "$env:KITEI_CONTENT='..\\our-rules'; npm start"],
  ['..\\規程 集', 'npm run check', 'win32', "npm run check -- --content '..\\規程 集'"],
])('%s: %s on %s', (root, command, platform, typed) => {
  expect(commandFor(root, command, platform)).toBe(typed);
});
