/** What a role is called on the screen. */
export const ROLES = {
  contributor: "Cộng tác viên",
  editor: "Biên tập viên",
  publisher: "Người đăng bài",
  administrator: "Người quản trị",
} as const;
