import { createHash, randomBytes } from "node:crypto";
import { system } from "#lib/actor.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { hashPassword } from "#lib/auth/password.ts";
import { refuseGuessable } from "#lib/auth/password-strength.ts";
import { publishing } from "#lib/content-version.ts";
import { db } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { setUpSiteInput } from "#lib/site/schema.ts";

const digestOf = (code: string) => createHash("sha256").update(code).digest("hex");

/** A fresh one-time path to the set-up page, or null once somebody has an account. The code before it is void. */
export async function makeSetupLink() {
  if ((await db.user.count()) > 0) return null;
  const code = randomBytes(24).toString("base64url");
  const setupCodeHash = digestOf(code);
  await db.site.upsert({
    where: { id: 1 },
    create: { committee: "Đảng ủy phường", ward: "phường", setupCodeHash },
    update: { setupCodeHash },
  });
  return `/quan-tri/thiet-lap?ma=${code}`;
}

/** Whether the set-up page may be shown for this code. */
export async function isSetupCode(code: string) {
  return (await db.site.count({ where: { setupCodeHash: digestOf(code) } })) > 0;
}

/** Names the committee and makes the first administrator. The code is spent in the same transaction, and only while nobody has an account. */
export async function setUpSite(input: unknown) {
  const { code, committee, ward, password, ...person } = setUpSiteInput.parse(input);
  refuseGuessable(password, person);
  if (!(await isSetupCode(code))) throw spent();
  const passwordHash = await hashPassword(password);

  await publishing(async (tx) => {
    const { count } = await tx.site.updateMany({
      where: { setupCodeHash: digestOf(code) },
      data: { committee, ward, setupCodeHash: null },
    });
    if (count === 0 || (await tx.user.count()) > 0) throw spent();
    const { id } = await tx.user.create({ data: { ...person, role: "administrator", passwordHash } });
    await recordAudit(tx, { actor: system("first-setup"), action: "site.set-up", subject: `user:${id}` });
  });
}

const spent = () =>
  new AppError(
    "forbidden",
    "Liên kết thiết lập này không đúng hoặc đã dùng rồi. Hãy lấy liên kết mới ở cửa sổ chạy chương trình (khởi động lại nếu cần), hoặc đăng nhập nếu đã có tài khoản.",
  );
