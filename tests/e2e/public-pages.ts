import { POLL, SEED } from "#tests/e2e/fixtures.ts";

/** One of every kind of page that anybody can open. */
export const PUBLIC_PAGES = [
  "/",
  SEED,
  `${SEED}?loi=ma&chon=2`,
  "/chuyen-muc/hoat-dong-chi-bo",
  "/chi-bo",
  "/chi-bo/chi-bo-1",
  "/tim-kiem",
  "/tim-kiem?q=chi+b%E1%BB%99",
  "/tim-kiem?q=xyzxyz",
  "/tham-do",
  `/tham-do/${POLL}`,
  "/so-do-trang",
  "/khong-co-trang-nay",
];
