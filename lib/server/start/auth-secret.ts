import fs from "node:fs";
import path from "node:path";
import { parseEnv } from "node:util";
import { dataPath, env, settle } from "#lib/env.ts";
import { keptSecret } from "#lib/server/start/kept-secret.ts";
import { refusal } from "#lib/server/start/operator-failure.ts";
import { root } from "#lib/server/start/root.ts";

const PLACEHOLDER = /change.?me|example|placeholder|your.?secret|thay.?(bằng|the|bang)|^(.)\2+$/i;
const HOW = "Hãy đặt một chuỗi ngẫu nhiên từ 32 ký tự, tạo bằng lệnh: openssl rand -base64 33";

/**
 * Settles the root of every key. With the embedded database it is made on the first start and kept in the data folder;
 * with an external one it must be given, because every node needs the same.
 */
export function settleAuthSecret() {
  if (env.AUTH_SECRET) return refusePlaceholder(env.AUTH_SECRET);
  if (env.DATABASE_URL)
    throw refusal(`DATABASE_URL đã đặt nhưng thiếu AUTH_SECRET. ${HOW}; mọi máy dùng chung một chuỗi.`);
  settle({ AUTH_SECRET: keptSecret(dataPath("auth-secret")) });
}

function refusePlaceholder(secret: string) {
  const example = path.join(root, ".env.example");
  const shown = fs.existsSync(example) ? parseEnv(fs.readFileSync(example, "utf8"))["AUTH_SECRET"] : undefined;
  if (secret === shown || PLACEHOLDER.test(secret))
    throw refusal(`AUTH_SECRET vẫn là giá trị mẫu, ai cũng biết. ${HOW}.`);
}
