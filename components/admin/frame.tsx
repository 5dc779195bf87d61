import type { ReactNode } from "react";
import { Emblem } from "#components/admin/emblem.tsx";
import { ROLES } from "#components/admin/roles.ts";
import { SideNav } from "#components/admin/side-nav.tsx";
import { SignInAgain } from "#components/admin/sign-in-again.tsx";

type Props = {
  actor: { name: string; role: keyof typeof ROLES };
  committee: string;
  /** How many jobs wait for whoever is signed in. */
  waiting: number;
  signOut: () => Promise<void>;
  children: ReactNode;
};

export const Frame = ({ actor, committee, waiting, signOut, children }: Props) => (
  <div className="desk">
    <a className="skip" href="#chinh">
      Tới nội dung chính
    </a>
    <header className="bar">
      <a className="brand" href="/quan-tri">
        <Emblem />
        <span>
          <small>{committee}</small> <b>Khu vực biên tập</b>
        </span>
      </a>
      <form className="who" action={signOut}>
        <a href="/quan-tri/tai-khoan">
          {actor.name} <span className="tag">{ROLES[actor.role]}</span>
        </a>
        <a href="/">Xem trang công khai</a>
        <button type="submit" className="link">
          Đăng xuất
        </button>
      </form>
    </header>
    <SideNav isAdministrator={actor.role === "administrator"} waiting={waiting} />
    <main id="chinh">{children}</main>
    <SignInAgain />
  </div>
);
