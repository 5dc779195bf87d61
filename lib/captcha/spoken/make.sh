#!/bin/sh
# Makes the clips of this folder anew: Vietnamese names of the code's symbols, 8-bit mono WAV at 11,025 Hz.
# Needs espeak-ng 1.51 and sox. espeak-ng is GPL-3 software; only its output lies here.
set -eu
cd "$(dirname "$0")"
while read -r symbol words; do
  espeak-ng -v vi -s 125 -w clip.tmp.wav "$words"
  sox -D clip.tmp.wav -r 11025 -b 8 -e unsigned-integer -c 1 "$symbol.wav" \
    silence 1 0.01 0.5% fade 0.01 reverse silence 1 0.01 0.5% fade 0.02 reverse gain -3 highpass 90 norm -1
done <<NAMES
F chữ ép phờ
H chữ hát
K chữ ca
M chữ em mờ
Q chữ quy
T chữ tê
V chữ vờ
X chữ ích xì
2 số hai
3 số ba
4 số bốn
5 số năm
6 số sáu
7 số bảy
9 số chín
NAMES
rm clip.tmp.wav
