import { readFileSync } from "node:fs";
import path from "node:path";
import { styleHash } from "#lib/server/front/security-headers.ts";

/** `hash`: what a policy calls it by. */
export type Stylesheet = { css: string; hash: string };

const PUBLIC_PREFIX = "/_next/static/";

/** Reads the stylesheets of the build, each once, by the address a page links them under. */
export function stylesheetReader(root: string) {
  const sheets = new Map<string, Stylesheet>();
  return (href: string) => {
    const address = href.split("?", 1)[0] ?? "";
    const known = sheets.get(address);
    if (known !== undefined) return known;

    if (!address.startsWith(PUBLIC_PREFIX)) throw new Error(`A public page links a foreign stylesheet: ${href}`);
    const file = path.join(root, ".next/static", address.slice(PUBLIC_PREFIX.length));
    const css = readFileSync(file, "utf8")
      .replace(/\/\*# sourceMappingURL=.*?\*\//, "")
      .trim();
    if (/url\((?!["']?(?:data:|\/))/.test(css))
      throw new Error(`${address}: a relative url() would break inside a page`);
    const sheet = { css, hash: styleHash(css) };
    sheets.set(address, sheet);
    return sheet;
  };
}
