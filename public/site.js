// Adds what only script can. Every page is whole without it.
const find = (selector) => document.querySelector(selector);
const wake = (selector, act) => {
  const button = find(selector);
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", () => act(button));
};
const say = (button, text) => {
  const label = button.querySelector("span");
  const before = label.textContent;
  label.textContent = text;
  setTimeout(() => {
    label.textContent = before;
  }, 2500);
};

rememberTextSize();
goBack();
wake(".in-bai", () => print());
if (navigator.clipboard) wake(".chep-lien-ket", copyLink);
readAloud();
newCode();
workForCode();
fillSlipCode();

// The size chosen at one article holds on every page.
function rememberTextSize() {
  const apply = (size) => {
    document.documentElement.dataset.co = size;
  };
  const chosen = stored((storage) => storage.getItem("co"));
  if (/^co-[123]$/.test(chosen)) {
    apply(chosen);
    const radio = document.getElementById(chosen);
    if (radio) radio.checked = true;
  }
  for (const { id } of document.querySelectorAll(".aids [name=co]")) {
    document.getElementById(id).addEventListener("change", () => {
      apply(id);
      stored((storage) => storage.setItem("co", id));
    });
  }
}

// Storage may be forbidden: the size then lasts for this page.
function stored(use) {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}

// Back to where the reader came from, if that was another page of this site; otherwise the link goes to the category.
function goBack() {
  const { referrer } = document;
  const from = referrer && new URL(referrer);
  find(".quay-lai")?.addEventListener("click", (event) => {
    if (from.origin !== location.origin || from.pathname === location.pathname || location.hash) return;
    event.preventDefault();
    history.back();
  });
}

async function copyLink(button) {
  try {
    await navigator.clipboard.writeText(find("link[rel=canonical]")?.href ?? location.href);
    say(button, "Đã chép");
  } catch {
    say(button, "Chưa chép được");
  }
}

function readAloud() {
  const body = find("#noi-dung");
  const speech = window.speechSynthesis;
  if (!body || !speech || !find(".nghe-doc")) return;
  let awake = false;
  let reading = false;
  const voice = () => speech.getVoices().find(({ lang }) => /^vi\b/i.test(lang));
  const offer = () => {
    if (awake || !voice()) return;
    awake = true;
    wake(".nghe-doc", toggle);
  };
  offer();
  speech.addEventListener?.("voiceschanged", offer);
  addEventListener("pagehide", () => speech.cancel());

  function toggle(button) {
    reading = !reading;
    speech.cancel();
    button.querySelector("span").textContent = reading ? "Dừng đọc" : "Nghe đọc";
    if (!reading) return;
    const parts = [find("h1"), ...body.querySelectorAll("p, li, h2, h3, h4, td, th")]
      .map((part) => part.textContent.trim())
      .filter(Boolean);
    parts.forEach((text, index) => {
      const part = new SpeechSynthesisUtterance(spoken(text));
      part.voice = voice();
      part.lang = "vi-VN";
      if (index === parts.length - 1) part.onend = () => reading && toggle(button);
      speech.speak(part);
    });
  }
}

// "Kế hoạch số 30-KH/ĐU" is read as people say it: "Kế hoạch số 30 của Đảng ủy". Letters not listed are spelt by the voice.
function spoken(text) {
  const words = {
    TW: "Trung ương",
    BTCTW: "Ban Tổ chức Trung ương",
    ĐU: "Đảng ủy",
    BTV: "Ban Thường vụ",
    CP: "Chính phủ",
    UBND: "Ủy ban nhân dân",
    HĐND: "Hội đồng nhân dân",
    MTTQ: "Mặt trận Tổ quốc",
  };
  const inFull = (letters) => words[letters] ?? letters;
  return text
    .replace(/(\d+)\s*[-–]\s*\p{Lu}+\/(\p{Lu}+)/gu, (_, number, issuer) => `${number} của ${inFull(issuer)}`)
    .replace(/(?<!\p{L})\p{Lu}{2,5}(?!\p{L})/gu, inFull)
    .replace(/(\d{1,2})\/(\d{1,2})\/(\d{4})/g, "$1 tháng $2 năm $3");
}

// The code of a slip comes behind the "#" of its QR code's address.
function fillSlipCode() {
  const field = find("#ma-phieu");
  const code = /^#([A-Z0-9]{16})$/.exec(location.hash)?.[1];
  if (field && code) field.value = code.match(/.{4}/g).join("-");
}

// While a poll gets more forms than people send, the picture comes with a task: a number whose SHA-256 begins as asked.
// It is found while the code is typed; a form without it is taken too, only fewer of them.
function workForCode() {
  const image = find(".ma-anh");
  if (!image || !globalThis.crypto?.subtle) return;
  const start = async () => {
    const name = `viec_${new URL(image.src).searchParams.get("tham-do")}=`;
    const task = document.cookie.split("; ").find((pair) => pair.startsWith(name));
    if (!task) return;
    const { src } = image;
    const [salt, target, most] = task.slice(name.length).split(".");
    const found = await search(salt, Number.parseInt(target, 16), most, () => image.src === src);
    const field = image.closest("form").querySelector("[name=viec-tinh]") ?? document.createElement("input");
    Object.assign(field, { type: "hidden", name: "viec-tinh", value: found });
    image.before(field);
  };
  image.addEventListener("load", start);
  if (image.complete && image.naturalWidth > 0) void start();
}

// A few hundred at a time, so that typing never waits.
async function search(salt, target, most, goesOn) {
  const text = new TextEncoder();
  for (let from = 0; from < most && goesOn(); from += 250) {
    const hashes = Array.from({ length: 250 }, (_, at) =>
      crypto.subtle.digest("SHA-256", text.encode(salt + (from + at))),
    );
    const at = (await Promise.all(hashes)).findIndex((hash) => new DataView(hash).getUint32(0) === target);
    if (at >= 0) return from + at;
  }
  return "";
}

// "Mã khác" and "Nghe mã" without leaving the page: the choice stays, the field is ready.
function newCode() {
  const image = find(".ma-anh");
  if (!image) return;
  const form = image.closest("form");
  let sound;
  form.querySelector("[value=ma-khac]")?.addEventListener("click", (event) => {
    event.preventDefault();
    sound?.pause();
    const address = new URL(image.src);
    address.searchParams.set("lan", Date.now());
    image.loading = "eager";
    image.src = address;
    form.elements.ma.value = "";
    form.elements.ma.focus();
  });
  form.querySelector(".ma-nghe")?.addEventListener("click", (event) => {
    event.preventDefault();
    const address = new URL(event.currentTarget.href);
    address.searchParams.set("lan", Date.now());
    sound?.pause();
    sound = new Audio(address);
    sound.play().catch(() => location.assign(address));
    form.elements.ma.focus();
  });
}
