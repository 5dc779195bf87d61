"use client";

import { type MouseEvent, useState } from "react";

type Props = { url: string; width: number; height: number; focalX: number; focalY: number };

/** Chooses the point of a picture that stays in sight when it is cropped: by a click in it, or by two sliders. */
export function MediaFocal({ url, width, height, focalX, focalY }: Props) {
  const [point, setPoint] = useState({ focalX, focalY });
  const radius = Math.max(width, height) / 40;

  const pick = (event: MouseEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const share = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;
    setPoint({
      focalX: share((event.clientX - box.left) / box.width),
      focalY: share((event.clientY - box.top) / box.height),
    });
  };

  return (
    <fieldset className="focal">
      <legend>Điểm chính của ảnh</legend>
      <p className="hint">
        Khi bài được chia sẻ lên Zalo, Facebook, ảnh bị cắt thành khung ngang; chỗ này luôn được giữ lại. Bấm vào ảnh,
        ví dụ vào khuôn mặt người phát biểu, hoặc kéo hai thanh trượt.
      </p>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" onClick={pick}>
        <image href={url} width={width} height={height} />
        <circle cx={point.focalX * width} cy={point.focalY * height} r={radius} />
      </svg>
      {(["focalX", "focalY"] as const).map((name) => (
        <label key={name}>
          {name === "focalX" ? "Từ trái sang phải" : "Từ trên xuống dưới"}
          <input
            type="range"
            name={name}
            min="0"
            max="1"
            step="0.01"
            value={point[name]}
            aria-valuetext={`${Math.round(point[name] * 100)} phần trăm`}
            onChange={(event) => setPoint({ ...point, [name]: Number(event.target.value) })}
          />
        </label>
      ))}
    </fieldset>
  );
}
