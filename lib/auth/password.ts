import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify(argon2);

/** OWASP's parameters for argon2id: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const TAG_LENGTH = 32;

const PHC =
  /^\$argon2id\$v=19\$m=(?<memory>\d+),t=(?<passes>\d+),p=(?<parallelism>\d+)\$(?<salt>[\w+/]+)\$(?<tag>[\w+/]+)$/;

const base64 = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");
const lead = ({ memory, passes, parallelism }: typeof COST) =>
  `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$`;

export async function hashPassword(password: string) {
  const salt = randomBytes(16);
  return `${lead(COST)}${base64(salt)}$${base64(await tagOf(password, salt, COST))}`;
}

/** Whether the password is the hash's; without a hash (nobody of that name) it costs the same and is false. */
export async function verifyPassword(password: string, hash: string | undefined) {
  const found = PHC.exec(hash ?? (await decoy))?.groups;
  if (!found) throw new Error("a stored password hash is not in the PHC form of argon2id");
  const cost = {
    memory: Number(found["memory"]),
    passes: Number(found["passes"]),
    parallelism: Number(found["parallelism"]),
  };
  const wanted = Buffer.from(found["tag"] ?? "", "base64");
  const tag = await tagOf(password, Buffer.from(found["salt"] ?? "", "base64"), cost, wanted.length);
  return hash !== undefined && timingSafeEqual(tag, wanted);
}

/** Whether a hash was made with other parameters than today's and wants to be made anew at the next sign-in. */
export const isOutdated = (hash: string) => !hash.startsWith(lead(COST));

function tagOf(password: string, nonce: Buffer, cost: typeof COST, tagLength = TAG_LENGTH) {
  const parameters: Argon2Parameters = { message: password.normalize("NFC"), nonce, tagLength, ...cost };
  return derive("argon2id", parameters);
}

/** What a password is compared with when there is no such user, so that the time tells nothing. */
const decoy = hashPassword(randomBytes(16).toString("hex"));
