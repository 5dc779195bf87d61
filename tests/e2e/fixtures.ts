import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { type APIRequestContext, test as base, expect } from "@playwright/test";
import { root } from "#tests/support/run.ts";
import type { SiteUnderTest } from "#tests/support/site.ts";

/** The site that tests/support/site.ts started for this run. */
export const site = () => JSON.parse(process.env["SITE_UNDER_TEST"] ?? "{}") as SiteUnderTest;

export const SEED = "/bai-viet/chi-bo-1-phuong-dong-thanh-to-chuc-dien-dan-sinh-hoat-chi-bo";
export const POLL = "danh-gia-trang-thong-tin";
export const ADMIN = {
  name: "Nguyễn Văn An",
  email: "an@dongthanh.example.vn",
  password: "thuyền nan ba bến chờ trăng",
};
export const ADMIN_SESSION = ".data/e2e-administrator.json";

/** Refusals and lost connections that the editing page, and the door, reckon with. */
const REFUSED = ["/quan-tri/bai-viet/ban-dang-sua", "/quan-tri/bai-viet/tu-tep-word", "/api/auth/callback/credentials"];

/** A picture opened by itself has no style of ours: the browser gives the transition to it up, and says so. */
const GIVEN_UP = "ViewTransition opt-in disabled";

/** Each test comes from a network of its own, and fails when its pages complain or ask anybody else for anything. */
export const test = base.extend<{ quiet: undefined }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  baseURL: async ({}, use) => use(site().origin),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  extraHTTPHeaders: async ({}, use) => use({ "x-forwarded-for": someAddress() }),
  quiet: [
    async ({ context, baseURL }, use) => {
      const complaints: string[] = [];
      context.on("weberror", (error) => {
        const text = String(error.error());
        if (!text.includes(GIVEN_UP)) complaints.push(`exception: ${text}`);
      });
      context.on("console", (message) => {
        const { url } = message.location();
        const isStatus = message.text().startsWith("Failed to load resource");
        const isOwnStatus = isStatus && (url === message.page()?.url() || REFUSED.some((path) => url.endsWith(path)));
        if (message.type() === "error" && !isOwnStatus) complaints.push(`console: ${message.text()} ${url}`);
      });
      context.on("request", (request) => {
        const { origin, protocol } = new URL(request.url());
        if (origin !== baseURL && protocol.startsWith("http")) complaints.push(`foreign request: ${request.url()}`);
      });
      await use(undefined);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

const someAddress = () => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;

/** Runs an operator's command beside the running site. */
export function command(args: string[], input = "") {
  const child = spawn("npm", ["run", "--silent", "cli", "--", ...args], {
    cwd: root,
    env: { ...process.env, DATA_DIR: site().dataFolder },
  });
  child.stdin.end(input);
  const said = { stdout: "", stderr: "" };
  child.stdout.on("data", (bytes: Buffer) => {
    said.stdout += bytes;
  });
  child.stderr.on("data", (bytes: Buffer) => {
    said.stderr += bytes;
  });
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, ...said }));
  });
}

type Imported = { source: string; id: number; slug: string; warnings: string[] };

/** What article:import printed: one article a line. */
export const imported = (stdout: string) =>
  stdout
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Imported);

/** What a reader reads on a page: titles are cut into spans, so their words are not found in the HTML itself. */
export async function readText(request: APIRequestContext, path: string) {
  const html = await (await request.get(path)).text();
  return html.replace(/<(style|script)\b.*?<\/\1>/gs, "").replace(/<[^>]+>/g, "");
}
