const secretKey =
  /(^|_)(secret|password|passphrase|token|credential|credentials|api_key|app_key|private_key|access_key|signing_key)$/;

/** Beginnings by which well-known secrets can be told, whatever key they stand under. */
const secretText =
  /^(xox[abprs]-|gh[pousr]_|github_pat_|glpat-|AKIA[0-9A-Z]{16}$|ASIA[0-9A-Z]{16}$|sk-|sk_live_|-----BEGIN |ya29\.|eyJ[A-Za-z0-9_-]+\.eyJ)/;

/** Whether what stands under a key is a secret by the key's name, e.g. `client_secret`. */
export const isSecretKey = (key: string): boolean => secretKey.test(key);

/** Whether a text looks like a secret of a service that marks its own, e.g. a GitHub token. */
export const isSecretText = (text: string): boolean => secretText.test(text);

/** Whether a dotted path leads to, or through, what a secret's key holds: then its value is shown nowhere. */
export const isSecretPath = (path: string): boolean => path.split(".").some(isSecretKey);
