// Part of boot.mjs: plain Node >= 20, built-ins only.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const END_WITH_PARENT = new URL("end-with-parent.mjs", import.meta.url).href;

// `npm ci` stops where the lock file lacks other platforms' packages; this honours the lock file as well and leaves it alone.
// No package's script is run: nothing here needs one, and a stranger's code has no business at installation.
const INSTALL = [
  "install",
  "--no-save",
  "--no-audit",
  "--no-fund",
  "--include=dev",
  "--include=optional",
  "--ignore-scripts",
  "--loglevel=error",
];

/**
 * Installs the packages unless package-lock.json is already what lies in node_modules. `onNpm` gets the process that does
 * it. Rejects with a sentence.
 */
export async function installWhenNeeded(root, onNpm = () => {}) {
  const modules = path.join(root, "node_modules");
  const wanted = packagesOf(path.join(root, "package-lock.json"));
  const mark = path.join(modules, ".installing");
  if (!existsSync(mark) && isInstalled(root, wanted)) return;

  // npm takes a half-unpacked package for a whole one: after an interrupted installation only a clean start is right.
  if (existsSync(mark) || !existsSync(path.join(modules, ".package-lock.json"))) empty(modules);
  mkdirSync(modules, { recursive: true });
  writeFileSync(mark, "");
  await runNpm(root, wanted, onNpm);
  rmSync(mark);
}

function packagesOf(file) {
  if (!existsSync(file)) return {};
  const { packages } = JSON.parse(readFileSync(file, "utf8"));
  return Object.fromEntries(Object.entries(packages).filter(([folder]) => folder.includes("node_modules/")));
}

/** npm writes down last what it installed; every package must be there in the version that the lock file names. */
function isInstalled(root, wanted) {
  const present = packagesOf(path.join(root, "node_modules/.package-lock.json"));
  return Object.entries(wanted).every(
    ([folder, { version, optional }]) =>
      (optional && !present[folder]) || // another platform's
      (present[folder]?.version === version && existsSync(path.join(root, folder, "package.json"))),
  );
}

function empty(folder) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder)) rmSync(path.join(folder, entry), { recursive: true, force: true });
}

async function runNpm(root, wanted, onNpm) {
  const npm = process.env.npm_execpath; // set by `npm start`
  const [program, args] = npm?.includes("npm") ? [process.execPath, [npm, ...INSTALL]] : ["npm", INSTALL];
  const child = spawn(program, args, {
    cwd: root,
    shell: program === "npm" && process.platform === "win32",
    env: { ...process.env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --import=${END_WITH_PARENT}`.trim() },
  });
  onNpm(child);
  const stop = showProgress(
    root,
    Object.keys(wanted).filter((folder) => isForThisMachine(wanted[folder])),
  );
  const kill = () => child.kill();
  process.once("exit", kill);
  let said = "";
  for (const output of [child.stdout, child.stderr]) output?.on("data", (bytes) => (said += bytes));
  const failure = await new Promise((resolve) => {
    child.on("error", (error) => resolve(error.code ?? error.message));
    child.on("close", (code) => resolve(code === 0 ? undefined : code));
  });
  process.off("exit", kill);
  stop(failure === undefined);
  if (failure !== undefined) throw new Error(sentence(failure, said));
}

const isForThisMachine = ({ os, cpu, libc }) =>
  (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch)) && (!libc || libc.includes("glibc"));

/** A line that counts the packages unpacked so far: every second on a terminal, every ten in a log. */
function showProgress(root, folders) {
  const started = Date.now();
  const terminal = process.stderr.isTTY;
  const show = (howFar) => {
    const line = `Cài các gói phần mềm: ${howFar} (${Math.round((Date.now() - started) / 1000)} giây)`;
    process.stderr.write(terminal ? `\r\x1b[K${line}` : `${line}\n`);
  };
  const tick = () => {
    const done = folders.filter((folder) => existsSync(path.join(root, folder, "package.json"))).length;
    show(`${done}/${folders.length}`);
  };
  process.stderr.write("Cài các gói phần mềm (lần đầu mất một đến vài phút)…\n");
  const timer = setInterval(tick, terminal ? 1000 : 10_000);
  return (isDone) => {
    clearInterval(timer);
    if (isDone) show("xong");
    if (terminal) process.stderr.write("\n");
  };
}

function sentence(failure, said) {
  if (failure === "ENOENT") return "Không tìm thấy npm. Hãy cài Node kèm npm (nodejs.org) rồi chạy lại.";
  if (/ENOSPC/.test(said)) return "Ổ đĩa đã đầy khi cài các gói phần mềm. Hãy giải phóng khoảng 2 GB rồi chạy lại.";
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/.test(said))
    return `${said.trim()}\nKhông tải được các gói phần mềm. Hãy kiểm tra kết nối mạng (hoặc proxy của npm) rồi chạy lại.`;
  if (/EACCES|EPERM|EROFS/.test(said))
    return `${said.trim()}\nKhông có quyền ghi vào thư mục này. Hãy chạy bằng tài khoản sở hữu thư mục.`;
  return `${said.trim()}\nCài các gói phần mềm không xong (npm: ${failure}). Hãy xem thông báo ở trên rồi chạy lại.`;
}
