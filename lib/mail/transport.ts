import { createTransport } from "nodemailer";
import { env, siteUrl } from "#lib/env.ts";

type Mail = { id: number; to: string; subject: string; text: string };

/** A server that says nothing is given up before the mail's next turn comes. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/**
 * Hands one mail to the server in SMTP_URL; rejects when it does not take it. Text only: nothing in it is read as a file, an
 * address or a header, and the library writes each header on a line of its own whatever its value.
 */
export async function sendMail({ id, to, subject, text }: Mail) {
  const transport = createTransport({ url: env.SMTP_URL ?? "", ...PATIENCE });
  const { host } = new URL(siteUrl());
  try {
    await transport.sendMail({
      from: env.MAIL_FROM ?? `khong-tra-loi@${new URL(siteUrl()).hostname}`,
      to: { name: "", address: to },
      subject,
      text,
      messageId: `<thu-${id}@${host}>`, // sent twice after a crash it is still one mail
      headers: { "Auto-Submitted": "auto-generated" },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  } finally {
    transport.close();
  }
}
