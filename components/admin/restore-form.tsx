import { ActionForm, type FormAction } from "#components/admin/action-form.tsx";
import { Submit } from "#components/admin/fields.tsx";

type Props = { action: FormAction; articleId: number; version: number; number: number; next: number };

/** Stands below the difference: nobody takes back what he has not seen. */
export const RestoreForm = ({ action, articleId, version, number, next }: Props) => (
  <ActionForm action={action} label="Lấy lại bản cũ">
    <input type="hidden" name="articleId" value={articleId} />
    <input type="hidden" name="version" value={version} />
    <input type="hidden" name="number" value={number} />
    <p className="hint">
      Nội dung bản số {number} được chép thành bản số {next}. Không bản nào bị xóa, và công chúng chưa thấy gì đổi cho
      đến khi đăng.
    </p>
    <Submit>Lấy lại bản số {number}</Submit>
  </ActionForm>
);
