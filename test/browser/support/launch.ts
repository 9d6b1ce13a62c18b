import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { writeFontConfig } from './fonts.ts';
import { unpackBrowser } from './packed-browser.ts';

/** A name that is not localhost, so that http on it is no secure context: no crypto.subtle, as on a company's intranet. */
export const intranetHost = 'intranet.test';

/**
 * The Chromium to use: the one named by CHROME_PATH, else the headless shell that comes by npm. One that the system
 * has is not asked for: the full program takes half as long again, and its version is another on every machine.
 */
export async function findBrowser(): Promise<{ executablePath: string; libraries?: string }> {
  const executablePath = process.env['CHROME_PATH'];
  if (!executablePath) return unpackBrowser();
  if (!existsSync(executablePath)) throw new Error(`CHROME_PATH names ${executablePath}, and there is no such file.`);
  return { executablePath };
}

let shared: Promise<Browser> | undefined;

/** The browser of this process: every file of tests takes it over, and it ends with the process. */
export async function shareBrowser(): Promise<Browser> {
  const known = await shared?.catch(() => undefined);
  if (known?.isConnected()) return known;
  shared = launchBrowser();
  return shared;
}

/** Starts Chromium with a Japanese font and with {@link intranetHost} leading to this machine. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, libraries } = await findBrowser();
  // Without a locale of Unicode, Chromium calls a file with a Japanese name `download`.
  const locale = { LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };
  const env: Record<string, string | undefined> = {
    ...process.env,
    ...locale,
    FONTCONFIG_FILE: await writeFontConfig(),
  };
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
