"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { ArticleFields } from "#components/admin/article-fields.ts";
import { createAutosave } from "#components/admin/autosave.ts";
import { CLEAN, type Origin, type PageText } from "#components/admin/autosave-page.ts";

/** The autosave of one page that is open to write; `opened` is what its revision says. */
export function useAutosave(origin: Origin, opened: ArticleFields, text: PageText) {
  const [autosave] = useState(() => createAutosave(origin, opened, text));
  const snapshot = useSyncExternalStore(autosave.subscribe, autosave.read, () => CLEAN);

  useEffect(() => {
    const leave = () => void autosave.keepHere();
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
