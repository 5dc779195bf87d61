/** 830 KB, 2,4 MB */
export const showSize = (bytes: number) =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} KB`
    : `${(bytes / 1_000_000).toLocaleString("vi", { maximumFractionDigits: 1 })} MB`;
