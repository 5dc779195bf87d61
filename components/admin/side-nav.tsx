"use client";

import { usePathname } from "next/navigation";

const EVERYBODY = [
  { href: "/quan-tri", label: "Việc của tôi" },
  { href: "/quan-tri/bai-viet", label: "Bài viết" },
  { href: "/quan-tri/tep", label: "Tệp và ảnh" },
  { href: "/quan-tri/tai-khoan", label: "Tài khoản của tôi" },
  { href: "/quan-tri/tro-giup", label: "Trợ giúp" },
];
const ADMINISTRATORS = [
  { href: "/quan-tri/tham-do", label: "Thăm dò ý kiến" },
  { href: "/quan-tri/nguoi-dung", label: "Người dùng" },
  { href: "/quan-tri/nhat-ky", label: "Nhật ký" },
];

/**
 * Folded behind "Danh mục" on a phone, open beside the page on a wide screen. Ordinary links: leaving a page with unsaved
 * text then always asks first.
 */
export function SideNav({ isAdministrator, waiting }: { isAdministrator: boolean; waiting: number }) {
  const path = usePathname();
  const links = isAdministrator ? [...EVERYBODY, ...ADMINISTRATORS] : EVERYBODY;

  return (
    <nav className="side-nav" aria-label="Khu vực biên tập">
      <details className="fold">
        <summary>Danh mục</summary>
        <ul>
          {links.map(({ href, label }) => (
            <li key={href}>
              <a href={href} aria-current={path === href ? "page" : undefined}>
                {label}
                {href === "/quan-tri" && waiting > 0 && (
                  <span className="badge">
                    {waiting}
                    <span className="vh"> việc đang chờ</span>
                  </span>
                )}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}
