#!/usr/bin/env bash
# Draws the program's icon in the sizes that desktops, macOS and Windows want; needs rsvg-convert,
# ImageMagick and png2icns.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
for size in 16 24 32 48 64 128 256 512; do
    rsvg-convert -w "$size" -h "$size" ../../icons/association-limits.svg -o "$size.png"
done
convert 16.png 24.png 32.png 48.png 64.png 128.png 256.png association-limits.ico
png2icns association-limits.icns 16.png 32.png 48.png 128.png 256.png 512.png >/dev/null
