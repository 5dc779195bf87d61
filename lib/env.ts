import path from "node:path";
import { z } from "zod";
import { AppError } from "#lib/errors.ts";

/** Between paths, in none of which it stands. */
export const SEPARATOR = "|";

const blankIsUnset = (value: unknown) => (value === "" ? undefined : value);
const optional = <T extends z.ZodType>(type: T) => z.preprocess(blankIsUnset, type.optional());

const postgresUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: "cần dạng postgresql://tên:mật-khẩu@máy:cổng/cơ-sở-dữ-liệu",
});

const schema = z.object({
  /** Address to listen on. */
  HOST: z.preprocess(blankIsUnset, z.string().default("127.0.0.1")),
  PORT: z.preprocess(blankIsUnset, z.coerce.number().int().min(0).max(65_535).default(3000)),
  /** What readers type: canonical addresses, feeds, mails and the cookies' Secure mark follow from it. */
  SITE_URL: optional(z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ""))),
  /** Where the embedded database, secrets and media lie. */
  DATA_DIR: z.preprocess(blankIsUnset, z.string().default(".data")),
  /** The owner's connection for start-up and commands; in workers main.ts puts the application role's here. */
  DATABASE_URL: optional(postgresUrl),
  /** A ready-made application role, for databases whose owner may not create roles. */
  DATABASE_APP_URL: optional(postgresUrl),
  /** Root of every key; at least 32 characters, the same on every node. */
  AUTH_SECRET: optional(z.string().min(32, "cần ít nhất 32 ký tự ngẫu nhiên, tạo bằng lệnh: openssl rand -base64 33")),
  /** Where a process that holds Next listens, and for a front where all of them do; main.ts makes it up (lib/server/processes.ts). */
  NEXT_SOCKETS: z
    .string()
    .default("")
    .transform((paths) => paths.split(SEPARATOR)),
  WEB_CONCURRENCY: optional(z.coerce.number().int().min(1).max(64)),
  /** How many reverse proxies of ours append to X-Forwarded-For. */
  TRUSTED_PROXIES: z.preprocess(blankIsUnset, z.coerce.number().int().min(0).max(8).default(0)),
  /** Frozen pages kept by each worker, in bytes. */
  PAGE_STORE_BYTES: z.preprocess(
    blankIsUnset,
    z.coerce
      .number()
      .int()
      .min(1_048_576)
      .default(64 * 1024 * 1024),
  ),
  /** The server that takes mail: smtps://name:password@host:465 or smtp://host:587. Without one no mail is written. */
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/, error: "cần dạng smtps://tên:mật-khẩu@máy:cổng" })),
  /** Whom mail comes from: an address, or a name with one. */
  MAIL_FROM: optional(z.string().regex(/^[^\r\n@]+@[^\r\n@]+$/, "cần dạng địa-chỉ@máy hoặc Tên <địa-chỉ@máy>")),
  /** Whether outside pages that articles link to are asked now and then if they are still there; by default in production. */
  LINK_CHECK: optional(z.enum(["on", "off"])),
  /** Bearer token of /api/metrics; without one the endpoint does not exist. */
  METRICS_TOKEN: optional(z.string().min(16)),
  /** Fixes every confirmation code, for automated tests on a loopback address only. */
  CAPTCHA_TEST_CODE: optional(z.string().regex(/^[A-Za-z0-9]{5}$/)),
  LOG_LEVEL: z.preprocess(blankIsUnset, z.enum(["debug", "info", "warn", "error", "silent"]).default("info")),
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  CI: optional(z.string()),
  /** Where npm was called: it runs commands at the root of the project. */
  INIT_CWD: optional(z.string()),
  CHROMIUM_PATH: optional(z.string()),
});

/** The settings, checked once. A wrong one ends the process with a sentence that names it. */
export const env = read();

function read() {
  const result = schema.safeParse(process.env, { error: () => "giá trị không hợp lệ" });
  if (result.success) return result.data;
  const wrong = new Map(result.error.issues.map(({ path: [name], message }) => [String(name), message]));
  const list = [...wrong].map(([name, reason]) => `${name} (${reason})`).join(", ");
  throw new AppError("invalid", `Cấu hình không hợp lệ: ${list}. Xem bảng cấu hình trong README.md.`);
}

/** What the start finds out after the settings were read: secrets made on the first start, the connection to use. */
export const settle = (found: { AUTH_SECRET?: string; DATABASE_URL?: string }) => void Object.assign(env, found);

/** The same for a process that has loaded Next before the database was there: its bundles read the settings once more. */
export function settleDatabase(url: string) {
  process.env["DATABASE_URL"] = url;
  settle({ DATABASE_URL: url });
}

/** Absolute path inside the data folder. */
export const dataPath = (...parts: string[]) => path.resolve(env.DATA_DIR, ...parts);

/** The site's own origin, without a slash at the end. */
export const siteUrl = () =>
  env.SITE_URL ?? `http://${env.HOST.includes(":") ? `[${env.HOST}]` : env.HOST}:${env.PORT}`;

/** next-auth reads its own address from the environment alone. */
export function tellNextAuth() {
  process.env["NEXTAUTH_URL"] ??= siteUrl();
}
