import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { projectFolder } from './site-folder.ts';

const weights = ['400Regular', '700Bold'];

/**
 * Writes a fontconfig file that knows Noto Sans JP and nothing else, and gives its path (for FONTCONFIG_FILE). A bare
 * machine has no Japanese font at all; and with the same font everywhere a line breaks at the same place everywhere.
 */
export async function writeFontConfig(): Promise<string> {
  const fonts = join(projectFolder, 'node_modules/@expo-google-fonts/noto-sans-jp');
  const aliases = ['sans-serif', 'serif', 'monospace', 'system-ui'].map(
    (family) => `<alias><family>${family}</family><prefer><family>Noto Sans JP</family></prefer></alias>`,
  );
  const file = join(cacheFolder, 'fonts.conf');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
${weights.map((weight) => `<dir>${join(fonts, weight)}</dir>`).join('\n')}
<cachedir>${join(cacheFolder, 'fontconfig')}</cachedir>
${aliases.join('\n')}
</fontconfig>
`,
  );
  return file;
}
