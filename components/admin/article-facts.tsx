"use client";

import type { ArticleFields } from "#components/admin/article-fields.ts";
import type { Choice, EditedArticle, Rights } from "#components/admin/article-form.tsx";
import { SelectField, TextField } from "#components/admin/fields.tsx";

type Props = {
  article: Pick<EditedArticle, "live"> | undefined;
  /** Who may publish may move an address that readers know. */
  rights: Pick<Rights, "edit" | "publish">;
  fields: ArticleFields;
  categories: Choice[];
  cells: Choice[];
};

const SLUG = "Ví dụ: chi-bo-3-ket-nap-dang-vien.";

function slugHint(article: Props["article"], canMove: boolean) {
  if (!article) return `${SLUG} Để trống thì lấy theo tên bài.`;
  if (!article.live) return `${SLUG} Bài chưa đăng nên đổi được tự do.`;
  if (!canMove) return "Bài đã đăng: chỉ người đăng bài đổi được địa chỉ mà bạn đọc đã biết.";
  return `${SLUG} Đổi thì địa chỉ cũ tự chuyển sang địa chỉ mới.`;
}

/** What is known of an article besides its words. */
export const ArticleFacts = ({ article, rights, fields, categories, cells }: Props) => (
  <section className="box" aria-labelledby="thong-tin">
    <h2 id="thong-tin">Thông tin bài</h2>
    <SelectField
      name="categoryId"
      label="Chuyên mục"
      choices={categories}
      none="Chọn chuyên mục"
      hint="Nơi bạn đọc tìm bài này. Ví dụ: lễ kết nạp đảng viên thì chọn Xây dựng Đảng."
      defaultValue={fields.categoryId}
      disabled={!rights.edit}
    />
    <SelectField
      name="cellId"
      label="Chi bộ"
      optional
      choices={cells}
      none="Không thuộc chi bộ nào"
      hint="Bài hiện cả ở trang của chi bộ đó. Ví dụ: buổi sinh hoạt của Chi bộ 1 thì chọn Chi bộ 1."
      defaultValue={fields.cellId}
      disabled={!rights.edit}
    />
    <TextField
      name="dateline"
      label="Ngày bài"
      optional
      inputMode="numeric"
      autoComplete="off"
      hint="Ví dụ: 19/07/2017. Để trống thì lấy ngày đăng."
      defaultValue={fields.dateline}
      readOnly={!rights.edit}
    />
    <TextField
      name="slug"
      label="Đường dẫn"
      optional
      autoComplete="off"
      spellCheck={false}
      readOnly={!rights.edit || (Boolean(article?.live) && !rights.publish)}
      hint={slugHint(article, rights.publish)}
      defaultValue={fields.slug}
    />
  </section>
);
