import fs from "node:fs";
import path from "node:path";

/**
 * A folder under `base` that no other process uses: runs that go on at once each have their own, and a later run finds
 * the one of an earlier run again, with what is slow to make in it.
 */
export function claimFolder(base: string) {
  for (let number = 1; ; number++) {
    const folder = path.join(base, String(number));
    fs.mkdirSync(folder, { recursive: true, mode: 0o711 });
    if (claim(path.join(folder, "pid"))) return { folder, release: () => fs.rmSync(path.join(folder, "pid")) };
  }
}

function claim(file: string) {
  if (fs.existsSync(file) && !alive(Number(fs.readFileSync(file, "utf8")))) fs.rmSync(file, { force: true });
  try {
    fs.writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    return false;
  }
}

function alive(pid: number) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}
