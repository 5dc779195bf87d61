import { createHash } from "node:crypto";

const FEATURES = [
  "accelerometer",
  "autoplay",
  "browsing-topics",
  "camera",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "geolocation",
  "gyroscope",
  "hid",
  "identity-credentials-get",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "picture-in-picture",
  "screen-wake-lock",
  "serial",
  "storage-access",
  "usb",
  "xr-spatial-tracking",
];

/** What every answer carries, as name and value in turn: the form that writeHead takes at no cost. */
export function securityHeaders(https: boolean) {
  return [
    "X-Content-Type-Options",
    "nosniff",
    "Referrer-Policy",
    "strict-origin-when-cross-origin",
    "Permissions-Policy",
    FEATURES.map((feature) => `${feature}=()`).join(", "),
    "Cross-Origin-Opener-Policy",
    "same-origin",
    "Cross-Origin-Resource-Policy",
    "same-origin",
    "X-Frame-Options",
    "DENY",
    ...(https ? ["Strict-Transport-Security", "max-age=31536000; includeSubDomains"] : []),
  ];
}

/** For what is no page: nothing in it may load or run anything, even opened by itself. */
export const INERT_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A frozen page runs the site's own script file and no other, and wears the styles whose text has these hashes. */
export function pagePolicy(styleHashes: string[]) {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${styleHashes.join(" ") || "'none'"}`,
    "img-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join("; ");
}

/** The source expression that lets exactly this text be an inline style. */
export const styleHash = (css: string) => `'sha256-${createHash("sha256").update(css).digest("base64")}'`;
