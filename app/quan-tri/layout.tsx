import type { Metadata } from "next";
import { connection } from "next/server";
import type { ReactNode } from "react";
import "./admin.css";

export const metadata: Metadata = {
  title: { template: "%s – Khu vực biên tập", default: "Khu vực biên tập" },
  robots: { index: false, follow: false },
};

export default async function AdminLayout({ children }: { children: ReactNode }) {
  await connection(); // each answer carries its own nonce
  return (
    <html lang="vi">
      <body>{children}</body>
    </html>
  );
}
