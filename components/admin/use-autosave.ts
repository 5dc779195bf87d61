"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { ArticleFields } from "#components/admin/article-fields.ts";
import { CLEAN, createAutosave, type Origin } from "#components/admin/autosave.ts";

/** The autosave of one page that is open to write; `read` gives the fields as they are now, null while the editor opens. */
export function useAutosave(origin: Origin, read: () => ArticleFields | null) {
  const [autosave] = useState(() => createAutosave(origin, read));
  const snapshot = useSyncExternalStore(autosave.subscribe, autosave.read, () => CLEAN);

  useEffect(() => {
    const leave = () => autosave.leave();
    const retry = () => void autosave.flush();
    window.addEventListener("pagehide", leave);
    window.addEventListener("online", retry);
    return () => {
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("online", retry);
    };
  }, [autosave]);

  return { autosave, ...snapshot };
}
