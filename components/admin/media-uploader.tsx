"use client";

import { useRouter } from "next/navigation";
import { type ChangeEvent, type DragEvent, useState } from "react";
import { uploadMedia } from "#components/admin/media-upload.ts";

type Item = { key: number; name: string; share: number; said?: string; failed?: boolean };

type Props = {
  label: string;
  hint: string;
  /** The id of the file whose place the new one takes; then one file at a time. */
  replaces?: string;
};

const ACCEPT = ".jpg,.jpeg,.png,.webp,.gif,.pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx";

/** The files on their way, one after the other, and what became of each. */
function useUploads(replaces: string | undefined) {
  const router = useRouter();
  const [items, setItems] = useState<Item[]>([]);
  const change = (key: number, part: Partial<Item>) =>
    setItems((before) => before.map((item) => (item.key === key ? { ...item, ...part } : item)));

  async function sendOne(key: number, file: File) {
    try {
      const { warnings } = await uploadMedia(file, { replaces, onProgress: (share) => change(key, { share }) });
      change(key, { said: ["Đã đưa lên.", ...warnings].join(" ") });
    } catch (error) {
      change(key, { failed: true, said: error instanceof Error ? error.message : String(error) });
    }
  }

  async function send(files: File[]) {
    const queue = files.map((file, index) => ({ key: Date.now() + index, name: file.name, share: 0, file }));
    setItems((before) => [...before.filter(({ said }) => !said), ...queue]);
    for (const { key, file } of queue) await sendOne(key, file);
    router.refresh();
  }
  return { items, send };
}

/** Takes files by dialog or by dropping them, and says of each how far it is and what became of it. */
export function MediaUploader({ label, hint, replaces }: Props) {
  const { items, send } = useUploads(replaces);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => void send([...(files ?? [])].slice(0, replaces ? 1 : undefined));

  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    take(event.target.files);
    event.target.value = "";
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const hover = (event: DragEvent) => {
    event.preventDefault();
    setOver(event.type === "dragover");
  };

  return (
    <div className="uploader">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the first is the file field inside */}
      <div className="drop" data-over={over || undefined} onDragOver={hover} onDragLeave={hover} onDrop={drop}>
        <label htmlFor="tep">{label}</label>
        <p className="hint" id="tep-goi-y">
          {hint}
        </p>
        <input
          id="tep"
          type="file"
          multiple={!replaces}
          accept={ACCEPT}
          aria-describedby="tep-goi-y"
          onChange={choose}
        />
      </div>
      <ul aria-live="polite" aria-label="Tệp đang đưa lên">
        {items.map((item) => (
          <UploadLine key={item.key} item={item} />
        ))}
      </ul>
    </div>
  );
}

const UploadLine = ({ item: { name, share, said, failed } }: { item: Item }) => (
  <li className={failed ? "note hot" : "note"}>
    <b>{name}</b>{" "}
    {said ?? (
      <>
        <progress value={share} aria-label={`Đang đưa lên ${name}`} /> {share === 1 && "Đang xử lý…"}
      </>
    )}
  </li>
);
