#!/usr/bin/env bash
# Builds aarch64-runner.elf, which is kept beside this script so that tests run without a cross compiler.
set -euo pipefail
cd "$(dirname "$0")"
aarch64-linux-gnu-gcc -O2 -static -nostdlib -ffreestanding -fno-stack-protector -mgeneral-regs-only \
    -fno-tree-loop-distribute-patterns -Wl,--build-id=none -Wl,-z,max-page-size=4096 -s -o aarch64-runner.elf aarch64-runner.c
