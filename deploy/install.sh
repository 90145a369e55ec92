#!/bin/sh
# Installs figurewatch into a fresh virtual environment, from lock files alone: deploy/install.sh /opt/figurewatch
# The image is built by this script, and a test runs it without an image.
set -eu
target=$1
here=$(cd "$(dirname "$0")/.." && pwd)
python3 -m venv "$target"
"$target/bin/python" -m pip install --quiet --no-cache-dir --require-hashes -r "$here/bootstrap.lock"
uv() { "$target/bin/uv" pip "$@" --quiet --python "$target/bin/python"; }
uv install --compile-bytecode --require-hashes -r "$here/deploy/requirements.lock"
uv install --compile-bytecode --no-deps --no-build-isolation "$here"
uv uninstall pip uv
