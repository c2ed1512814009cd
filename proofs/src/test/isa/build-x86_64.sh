#!/bin/sh
# Rebuilds the program that runs x86-64 cases, src/test/resources/isa/x86_64.elf.
set -eu
cd "$(dirname "$0")"
gcc -O1 -static -nostdlib -ffreestanding -fno-stack-protector -fno-pie -no-pie -mgeneral-regs-only -mno-red-zone \
    -fno-tree-loop-distribute-patterns -Wall -Wextra -s -Wl,--build-id=none -Wl,-z,noexecstack \
    -o ../resources/isa/x86_64.elf x86_64.c
