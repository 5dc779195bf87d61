import { withConnection } from "#lib/server/database/connection.ts";
import { refusal } from "#lib/server/start/operator-failure.ts";

const RIGHTS = `
  SELECT
    r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication OR r.rolbypassrls
      OR pg_has_role('pg_execute_server_program', 'MEMBER') OR pg_has_role('pg_write_server_files', 'MEMBER')
      AS "quản trị máy chủ",
    has_database_privilege(current_database(), 'CREATE') OR has_database_privilege(current_database(), 'TEMPORARY')
      OR has_schema_privilege('public', 'CREATE')
      AS "tạo bảng",
    EXISTS (SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace AND pg_has_role(relowner, 'MEMBER'))
      AS "sửa và xóa bảng",
    EXISTS (
      SELECT FROM pg_class
      WHERE relkind IN ('r', 'p') AND obj_description(oid, 'pg_class') = 'append-only'
        AND (has_any_column_privilege(oid, 'UPDATE') OR has_table_privilege(oid, 'DELETE') OR has_table_privilege(oid, 'TRUNCATE'))
    ) AS "sửa phiếu và nhật ký"
  FROM pg_roles r WHERE r.rolname = current_user`;

/** Asks the database itself, with the application's own connection, that the role lacks what it must lack; refuses otherwise. */
export async function requireRestricted(appUrl: string) {
  const { rows } = await withConnection(appUrl, (client) => client.query<Record<string, boolean>>(RIGHTS));
  const excess = Object.entries(rows[0] ?? {}).filter(([, has]) => has);
  if (excess.length === 0) return;
  const names = excess.map(([right]) => right).join(", ");
  throw refusal(
    `Vai trò ${decodeURIComponent(new URL(appUrl).username)} mà trang dùng để kết nối cơ sở dữ liệu có quyền thừa: ${names}. Hãy thu hồi các quyền đó, hoặc đặt DATABASE_APP_URL tới một vai trò khác.`,
  );
}
