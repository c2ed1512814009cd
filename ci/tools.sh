#!/usr/bin/env bash
# Installs what some tests compare with, on Debian: QEMU, user mode and whole machines, and gcc for both architectures.
# Without it those tests are skipped, and say so.
set -euo pipefail
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq qemu-user qemu-system-arm qemu-system-x86 \
    gcc gcc-aarch64-linux-gnu libc6-dev-arm64-cross
