#!/bin/sh
# Draws a PowerPoint file with LibreOffice (libreoffice-impress-nogui) and poppler-utils, a PNG per slide, and fails where there are
# more or fewer pages than slides. $1: the file, $2: the folder for the pictures.
set -eu
mkdir -p "$2"
soffice "-env:UserInstallation=file://$(cd "$2" && pwd)/.office" --headless --convert-to pdf --outdir "$2" "$1" >/dev/null 2>&1
made="$2/$(basename "$1" .pptx).pdf"
pages=$(pdfinfo "$made" | awk '/^Pages:/ {print $2}')
slides=$(unzip -l "$1" | grep -c 'ppt/slides/slide[0-9]*\.xml$')
pdftoppm -r 80 -png "$made" "$2/bild"
echo "$slides bilder, $pages sidor"
[ "$pages" = "$slides" ]
