const SIGNATURES: [string, number[]][] = [
  ["image/png", [0x89, 0x50, 0x4e, 0x47]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["image/gif", [0x47, 0x49, 0x46, 0x38]],
  ["image/bmp", [0x42, 0x4d]],
  ["image/tiff", [0x49, 0x49, 0x2a, 0x00]],
  ["image/tiff", [0x4d, 0x4d, 0x00, 0x2a]],
  ["image/wmf", [0xd7, 0xcd, 0xc6, 0x9a]],
  ["image/emf", [0x01, 0x00, 0x00, 0x00]],
];

/** By its first bytes, never by the name that a file gives it. */
export function typeOfPicture(bytes: Uint8Array) {
  const found = SIGNATURES.find(([, magic]) => magic.every((byte, at) => bytes[at] === byte));
  const webp = String.fromCharCode(...bytes.subarray(8, 12)) === "WEBP";
  return found?.[0] ?? (webp ? "image/webp" : "application/octet-stream");
}
