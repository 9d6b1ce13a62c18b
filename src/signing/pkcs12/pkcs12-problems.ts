/** What a key file can use that is not supported here. */
export type UnsupportedPart = keyof typeof unsupported;

/** Why a key file cannot be signed with, `unsupported` apart. */
export type Pkcs12Problem = keyof typeof problems;

/** Why a key file is not opened. */
export type Pkcs12Failure =
  | { ok: false; problem: Pkcs12Problem; message: string }
  | { ok: false; problem: 'unsupported'; what: UnsupportedPart; message: string };

const exportAgain = '鍵を書き出したソフトで';

/** In Japanese: what it means, and what to do. */
const problems = {
  'wrong-password':
    'パスワードが違います。大文字と小文字、全角と半角を確かめて、もう一度入力してください。何度確かめても開けないときは、ファイルが壊れているおそれがあるので、入手し直してください。',
  damaged:
    'ファイルが壊れているか、鍵のファイル（.p12・.pfx）ではありません。ファイルを確かめるか、入手し直してください。',
  'no-key': `秘密鍵が入っていません。${exportAgain}「秘密キーも書き出す」を選んで、書き出し直してください。`,
  'several-keys': `秘密鍵が二つ以上入っていて、どれで署名するか決められません。${exportAgain}、使う鍵を一つだけ選んで書き出し直してください。`,
  'certificate-mismatch': `秘密鍵に対応する証明書が入っていません。${exportAgain}、鍵と証明書を一緒に書き出し直してください。`,
  'too-large':
    'ファイルが1MBを超えています。鍵のファイルならこの大きさにはなりません。選んだファイルを確かめてください。',
} as const satisfies Record<string, string>;

const unsupported = {
  encryption: `このサイトで扱えない方式で暗号化されています。${exportAgain}、暗号化に「AES256-SHA256」か「TripleDES-SHA1」を選んで書き出し直してください。`,
  integrity: `このサイトで扱えない方式で改ざんから守られています。${exportAgain}、別の暗号化の方式を選んで書き出し直してください。`,
  'no-integrity': `改ざんを見つける仕組み（MAC）が付いていません。${exportAgain}、MACを付けて書き出し直してください。`,
  iterations: `パスワードを確かめる計算の回数が多すぎます。${exportAgain}、回数を1,000万回以下にして書き出し直してください。`,
  'key-algorithm':
    'このサイトで署名に使えない種類の鍵です。RSA（2,048～8,192ビット）か、ECDSA（P-256・P-384）の鍵を選んでください。',
  'public-key-protection': `パスワードではなく、利用者やグループの権限で守られています。${exportAgain}、パスワードを付けて書き出し直してください。`,
} as const satisfies Record<string, string>;

/** Stops the opening of a key file. */
export class Pkcs12Error extends Error {
  override name = 'Pkcs12Error';
  readonly failure: Pkcs12Failure;

  /** @param detail for developers: what was found */
  constructor(failure: Pkcs12Failure, detail: string, options?: ErrorOptions) {
    super(`${failure.problem}: ${detail}`, options);
    this.failure = failure;
  }
}

/** The failure with its Japanese sentence. */
export function toFailure(problem: Pkcs12Problem): Pkcs12Failure {
  return { ok: false, problem, message: problems[problem] };
}

/** An error to throw. */
export function failWith(problem: Pkcs12Problem, detail: string, options?: ErrorOptions): Pkcs12Error {
  return new Pkcs12Error(toFailure(problem), detail, options);
}

/** An error to throw for something a key file uses that is not supported here. */
export function failUnsupported(what: UnsupportedPart, detail: string): Pkcs12Error {
  return new Pkcs12Error({ ok: false, problem: 'unsupported', what, message: unsupported[what] }, detail);
}
