import { crc32, deflateRawSync } from "node:zlib";
import sharp from "sharp";

/** A picture of noise, so that it compresses as badly as a photograph. */
export const picture = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: "#888", noise: { type: "gaussian", mean: 128, sigma: 40 } },
  });

type ZipPart = { name: string; text: string | Buffer; claims?: number };

/** A zip archive; a part may claim another unpacked size than it has. */
function zip(parts: ZipPart[]) {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text, claims } of parts) {
    const plain = Buffer.from(text);
    const packed = deflateRawSync(plain);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crc32(plain), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(claims ?? plain.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), shared, Buffer.from(name), packed]);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), shared, entry, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, ...directory, Buffer.from("PK\x05\x06"), end]);
}

/** The least that a Word file is made of. */
export const wordFile = (document = "<w:document/>", ...more: ZipPart[]) =>
  zip([
    { name: "[Content_Types].xml", text: `<?xml version="1.0"?><Types/>${" ".repeat(2000)}` },
    { name: "word/document.xml", text: `<?xml version="1.0"?>${document}` },
    {
      name: "word/media/image1.bin",
      text: Buffer.from(Array.from({ length: 900 }, (_, index) => (index * 7919) % 251)),
    },
    ...more,
  ]);
