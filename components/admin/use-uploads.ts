"use client";

import { type RefObject, useEffect, useState } from "react";
import { type UploadedMedia, uploadMedia } from "#components/admin/media-upload.ts";

export type AddFiles = (files: File[]) => void;

type Told = { onStored: (media: UploadedMedia) => void; onRefused: (sentence: string) => void };

/** Sends what is handed to `add` to the library, one after the other; answers how far the one under way is. */
export function useUploads(add: RefObject<AddFiles | null>, { onStored, onRefused }: Told) {
  const [share, setShare] = useState<number>();

  useEffect(() => {
    add.current = (files) => void send(files);
    async function send(files: File[]) {
      for (const file of files) {
        setShare(0);
        await uploadMedia(file, { onProgress: setShare })
          .then(onStored)
          .catch((error: Error) => onRefused(`${file.name}: ${error.message}`));
      }
      setShare(undefined);
    }
  }, [add, onStored, onRefused]);

  return share;
}
