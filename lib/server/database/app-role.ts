import type pg from "pg";
import { withConnection } from "#lib/server/database/connection.ts";
import { withOwner } from "#lib/server/database/owner-connection.ts";
import { requireRestricted } from "#lib/server/database/restricted-role.ts";
import { codeOf, refusal } from "#lib/server/start/operator-failure.ts";

/** Makes the role that the application connects with, or finds it under this password. Returns its connection string. */
export const makeAppRole = (ownerUrl: string, password: string) =>
  withOwner(ownerUrl, async (client) => {
    const role = `${(await nameOfDatabase(client)).slice(0, 59)}_app`; // sites that share a server do not share it
    const url = withLogin(ownerUrl, role, password);
    await ensureRole(client, role, password, url);
    return url;
  });

/**
 * Lets the application's role, ours or one that somebody else made, read and write rows: it can neither change the schema
 * nor UPDATE, DELETE or TRUNCATE in a table whose comment is 'append-only'. Refuses a role that can do more.
 */
export async function restrictAppRole(ownerUrl: string, appUrl: string) {
  const role = decodeURIComponent(new URL(appUrl).username);
  await withOwner(ownerUrl, async (client) => grantRows(client, await nameOfDatabase(client), role));
  await requireRestricted(appUrl);
}

async function nameOfDatabase(client: pg.Client) {
  const { rows } = await client.query<{ name: string }>("SELECT current_database() AS name");
  return rows[0]?.name ?? "";
}

function withLogin(url: string, user: string, password: string) {
  const changed = new URL(url);
  changed.username = encodeURIComponent(user);
  changed.password = encodeURIComponent(password);
  return changed.href;
}

async function ensureRole(client: pg.Client, role: string, password: string, url: string) {
  const { rowCount: exists } = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [role]);
  if (exists && (await canLogIn(url))) return;
  if (exists && (await hasRights(client, role)))
    throw refusal(
      "AUTH_SECRET không phải là khóa mà cơ sở dữ liệu này đã dùng: bài đã đăng sẽ không còn được xác nhận. Hãy đặt lại đúng khóa cũ (tệp auth-secret trong thư mục dữ liệu, hoặc biến AUTH_SECRET).",
    );
  const verb = exists ? "ALTER" : "CREATE";
  try {
    await client.query(
      `${verb} ROLE ${client.escapeIdentifier(role)} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${client.escapeLiteral(password)}`,
    );
  } catch (error) {
    if (codeOf(error) !== "42501") throw error;
    throw refusal(
      "Tài khoản trong DATABASE_URL không được tạo vai trò. Hãy nhờ người quản trị máy chủ tạo một vai trò thường, rồi đặt DATABASE_APP_URL tới vai trò đó.",
    );
  }
}

async function canLogIn(url: string) {
  try {
    return await withConnection(url, async () => true);
  } catch (error) {
    if (codeOf(error) === "28P01" || codeOf(error) === "28000") return false;
    throw error;
  }
}

/** Whether the role was given rights in this very database: then its password is what an earlier start derived from AUTH_SECRET. */
async function hasRights(client: pg.Client, role: string) {
  const { rows } = await client.query<{ found: boolean }>(
    `SELECT EXISTS (
       SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND has_table_privilege($1, oid, 'INSERT')
     ) AS found`,
    [role],
  );
  return rows[0]?.found === true;
}

/** In one transaction, so that a node that runs already never sees a right too many or too few. */
async function grantRows(client: pg.Client, database: string, roleName: string) {
  const role = client.escapeIdentifier(roleName);
  const { rows: closed } = await client.query<{ name: string }>(
    `SELECT oid::regclass::text AS name FROM pg_class
     WHERE relkind IN ('r', 'p') AND obj_description(oid, 'pg_class') = 'append-only'`,
  );
  await client.query(
    `BEGIN;
     REVOKE CREATE, TEMPORARY ON DATABASE ${client.escapeIdentifier(database)} FROM PUBLIC;
     REVOKE CREATE ON SCHEMA public FROM PUBLIC;
     GRANT USAGE ON SCHEMA public TO ${role};
     GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role};
     GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${role};
     REVOKE ALL ON _prisma_migrations FROM ${role};
     ${closed.map(({ name }) => `REVOKE UPDATE, DELETE, TRUNCATE ON ${name} FROM ${role};`).join("\n")}
     COMMIT`,
  );
}
