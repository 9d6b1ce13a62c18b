import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { writeFontConfig } from './fonts.ts';
import { unpackBrowser } from './packed-browser.ts';

/** A name that is not localhost, so that http on it is no secure context: no crypto.subtle, as on a company's intranet. */
export const intranetHost = 'intranet.test';

const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/google-chrome'];

/**
 * Starts Chromium: the one named by CHROME_PATH, else the system's, else the one that comes by npm.
 * KITEI_BROWSER=packed takes the last in any case.
 */
export async function launchBrowser(): Promise<Browser> {
  const env: Record<string, string | undefined> = { ...process.env, FONTCONFIG_FILE: await writeFontConfig() };
  let executablePath = [process.env['CHROME_PATH'], ...systemBrowsers].find((path) => path && existsSync(path));
  if (!executablePath || process.env['KITEI_BROWSER'] === 'packed') {
    const packed = await unpackBrowser();
    executablePath = packed.executablePath;
    env['LD_LIBRARY_PATH'] = [packed.libraries, env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  }
  return chromium.launch({
    executablePath,
    env,
    args: [
      // Containers seldom have the user namespaces that the sandbox needs; only our own pages are opened.
      '--no-sandbox',
      '--no-proxy-server',
      `--host-resolver-rules=MAP ${intranetHost} 127.0.0.1`,
      '--lang=ja',
    ],
  });
}
