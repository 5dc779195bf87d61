import type { Metadata } from "next";
import { Door } from "#components/admin/door.tsx";
import { SetUpForm } from "#components/admin/set-up-form.tsx";
import { isSetupCode } from "#lib/site/mutations.ts";
import { getSite } from "#lib/site/queries.ts";
import { setUpSiteAction } from "./actions.ts";

export const metadata: Metadata = { title: "Thiết lập lần đầu", referrer: "no-referrer" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SetUpPage({ searchParams }: Props) {
  const { ma } = await searchParams;
  const site = await getSite();
  const code = typeof ma === "string" && (await isSetupCode(ma)) ? ma : undefined;

  return (
    <Door title="Thiết lập lần đầu" committee={site.committee}>
      {code === undefined ? (
        <>
          <p className="note hot">
            Liên kết thiết lập này không đúng hoặc đã dùng rồi. Liên kết mới nằm ở cửa sổ chạy chương trình, in ra mỗi
            lần khởi động khi chưa có tài khoản nào.
          </p>
          <p className="meta">
            <a href="/quan-tri/dang-nhap">Đăng nhập</a>
            <a href="/">Về trang công khai</a>
          </p>
        </>
      ) : (
        <SetUpForm action={setUpSiteAction} code={code} committee={site.committee} ward={site.ward} />
      )}
    </Door>
  );
}
