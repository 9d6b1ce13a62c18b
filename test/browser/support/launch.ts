import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { writeFontConfig } from './fonts.ts';
import { unpackBrowser } from './packed-browser.ts';

/** A name that is not localhost, so that http on it is no secure context: no crypto.subtle, as on a company's intranet. */
export const intranetHost = 'intranet.test';

const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/google-chrome'];

/**
 * The Chromium to use: the one named by CHROME_PATH, else the system's, else the one that comes by npm.
 * KITEI_BROWSER=packed takes the last in any case.
 */
export async function findBrowser(): Promise<{ executablePath: string; libraries?: string }> {
  const executablePath = [process.env['CHROME_PATH'], ...systemBrowsers].find((path) => path && existsSync(path));
  return executablePath && process.env['KITEI_BROWSER'] !== 'packed' ? { executablePath } : unpackBrowser();
}

/** Starts Chromium with a Japanese font and with {@link intranetHost} leading to this machine. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, libraries } = await findBrowser();
  const env: Record<string, string | undefined> = { ...process.env, FONTCONFIG_FILE: await writeFontConfig() };
  if (libraries) env['LD_LIBRARY_PATH'] = [libraries, env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
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
