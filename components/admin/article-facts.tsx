"use client";

import type { ArticleFields } from "#components/admin/article-fields.ts";
import type { Choice } from "#components/admin/article-form.tsx";
import { SelectField, TextField } from "#components/admin/fields.tsx";

type Props = { isNew: boolean; fields: ArticleFields; categories: Choice[]; cells: Choice[] };

export const ArticleFacts = ({ isNew, fields, categories, cells }: Props) => (
  <section className="box" aria-labelledby="thong-tin">
    <h2 id="thong-tin">Thông tin bài</h2>
    <SelectField
      name="categoryId"
      label="Chuyên mục"
      choices={categories}
      none="Chọn chuyên mục"
      defaultValue={fields.categoryId}
    />
    <SelectField
      name="cellId"
      label="Chi bộ"
      optional
      choices={cells}
      none="Không thuộc chi bộ nào"
      defaultValue={fields.cellId}
    />
    <TextField
      name="dateline"
      label="Ngày bài"
      optional
      inputMode="numeric"
      autoComplete="off"
      hint="Ví dụ: 19/07/2017. Để trống thì lấy ngày đăng."
      defaultValue={fields.dateline}
    />
    <TextField
      name="slug"
      label="Đường dẫn"
      optional
      autoComplete="off"
      spellCheck={false}
      hint={!isNew ? "Đổi thì địa chỉ cũ tự chuyển sang địa chỉ mới." : "Để trống thì lấy theo tên bài."}
      defaultValue={fields.slug}
    />
  </section>
);
