"use client";

import { type ReactNode, use } from "react";
import { ActionForm, type FormAction } from "#components/admin/action-form.tsx";
import { CodeField } from "#components/admin/code-field.tsx";
import { Submit } from "#components/admin/fields.tsx";
import { FormContext } from "#components/admin/form-context.ts";

type Begun = { standing: "begun"; secret: string; qr: { size: number; path: string } };
type Factor = { standing: "off" } | Begun | { standing: "on"; codesLeft: number };

/** The second step of signing in: turned on in two moves, with the recovery codes shown once. One form, so that they stay when it is on. */
export const SecondFactor = ({ action, factor }: { action: FormAction; factor: Factor }) => (
  <ActionForm action={action} label="Xác nhận hai bước">
    <RecoveryCodes />
    {factor.standing === "off" && <Off />}
    {factor.standing === "begun" && <Setup {...factor} />}
    {factor.standing === "on" && <On codesLeft={factor.codesLeft} />}
  </ActionForm>
);

const Off = () => (
  <>
    <p>
      Khi bật, đăng nhập cần thêm mã 6 số hiện trên điện thoại của bạn: ai lấy được mật khẩu cũng không vào được. Cần
      một ứng dụng tạo mã, ví dụ Google Authenticator hoặc Microsoft Authenticator.
    </p>
    <Button intent="begin">Bật xác nhận hai bước</Button>
  </>
);

const Setup = ({ secret, qr }: Begun) => (
  <>
    <p>
      <b>1.</b> Mở ứng dụng tạo mã trên điện thoại, chọn thêm tài khoản và quét hình này. Không quét được thì gõ khóa:{" "}
      <code>{secret}</code>
    </p>
    <svg className="qr" role="img" aria-label="Mã QR cho ứng dụng tạo mã" viewBox={`0 0 ${qr.size} ${qr.size}`}>
      <path d={qr.path} />
    </svg>
    <p>
      <b>2.</b> Ghi mã 6 số mà ứng dụng đang hiện.
    </p>
    <CodeField />
    <div className="row">
      <Submit name="intent" value="confirm">
        Xác nhận và bật
      </Submit>
      <Button intent="end">Thôi, không bật</Button>
    </div>
  </>
);

const On = ({ codesLeft }: { codesLeft: number }) => (
  <>
    <p>
      Đang bật: đăng nhập cần mật khẩu và mã trên điện thoại. Còn {codesLeft} mã dự phòng chưa dùng, để vào khi không có
      điện thoại.
    </p>
    <div className="row">
      <Button intent="renew">Tạo mã dự phòng mới</Button>
      <Button intent="end">Tắt xác nhận hai bước</Button>
    </div>
  </>
);

const Button = ({ intent, children }: { intent: string; children: ReactNode }) => (
  <Submit className="btn alt" name="intent" value={intent}>
    {children}
  </Submit>
);

/** Shown by the one answer that has them. */
function RecoveryCodes() {
  const { codes } = use(FormContext).state;
  if (!codes) return null;
  return (
    <div className="note">
      <p>
        Mã dự phòng của bạn. Hãy in hoặc chép ra giấy và cất kỹ: trang này không hiện lại. Mỗi mã thay mã trên điện
        thoại một lần.
      </p>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
