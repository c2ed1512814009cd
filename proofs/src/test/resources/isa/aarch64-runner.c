// Runs single instructions under qemu-aarch64 for the comparison with the interpreter of ashlar.model.aarch64.
// Reads batches from standard input: a 64-bit count, then that many cases. A case is loaded by returning from
// a signal handler, runs until it raises a signal (at the latest by the brk behind it), and what the handler finds then
// is written to standard output in the same form, with the four words of code replaced by signal, pc, address, code.
// Build: aarch64-runner.sh
typedef unsigned long u64;
typedef unsigned int u32;

enum { BATCH = 256 };
#define CODE 0x1000000000UL
#define DATA 0x1000008000UL
#define WINDOW (DATA + 0xF00)

struct state {
    u64 code[4];
    u64 x[31], sp;
    u64 nzcv, fpcr, fpsr, tpidr;
    u64 q[64];
    u64 memory[32];
};

// As Linux lays them out on this architecture.
struct fpsimd { u32 magic, size, fpsr, fpcr; u64 q[64]; };
struct context {
    u64 flags, link;
    u64 stack[3];
    u64 mask[16];
    u64 fault_address __attribute__((aligned(16)));
    u64 x[31], sp, pc, pstate;
    struct fpsimd fpsimd __attribute__((aligned(16)));
};
struct info { int signal, error, code, pad; u64 address; };
struct action { void (*handler)(int, struct info *, struct context *); u64 flags; void (*restorer)(void); u64 mask; };

static struct state cases[BATCH];
static char alternate[65536] __attribute__((aligned(16)));
static u64 count, current;
static int started;

static long call(long n, long a, long b, long c, long d, long e, long f) {
    register long x8 asm("x8") = n, x0 asm("x0") = a, x1 asm("x1") = b, x2 asm("x2") = c, x3 asm("x3") = d,
        x4 asm("x4") = e, x5 asm("x5") = f;
    asm volatile("svc #0" : "+r"(x0) : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4), "r"(x5) : "memory");
    return x0;
}

static void transfer(long number, long file, char *at, u64 bytes) {
    while (bytes != 0) {
        long n = call(number, file, (long) at, bytes, 0, 0, 0);
        if (n <= 0) call(94, 0, 0, 0, 0, 0, 0);
        at += n;
        bytes -= n;
    }
}

static void copy(u64 *to, const u64 *from, int words) {
    for (int i = 0; i < words; i++) to[i] = from[i];
}

static void next_batch(void) {
    if (started) transfer(64, 1, (char *) cases, count * sizeof(struct state));
    transfer(63, 0, (char *) &count, 8);
    transfer(63, 0, (char *) cases, count * sizeof(struct state));
    for (u64 i = 0; i < count; i++) copy((u64 *) CODE + 4 * i, cases[i].code, 4);
    current = 0;
}

static void keep(struct state *s, struct info *info, struct context *c) {
    s->code[0] = info->signal;
    s->code[1] = c->pc;
    s->code[2] = info->address;
    s->code[3] = info->code;
    copy(s->x, c->x, 32);
    s->nzcv = c->pstate & 0xF0000000;
    s->fpcr = c->fpsimd.fpcr;
    s->fpsr = c->fpsimd.fpsr;
    asm("mrs %0, tpidr_el0" : "=r"(s->tpidr));
    copy(s->q, c->fpsimd.q, 64);
    copy(s->memory, (u64 *) WINDOW, 32);
}

static void load(const struct state *s, struct context *c) {
    copy(c->x, s->x, 32);
    c->pc = CODE + 32 * current;
    c->pstate = s->nzcv;
    c->fpsimd.fpcr = s->fpcr;
    c->fpsimd.fpsr = s->fpsr;
    asm volatile("msr tpidr_el0, %0" : : "r"(s->tpidr));
    copy(c->fpsimd.q, s->q, 64);
    copy((u64 *) WINDOW, s->memory, 32);
}

static void handle(int signal, struct info *info, struct context *c) {
    if (started) keep(&cases[current++], info, c);
    if (!started || current == count) next_batch();
    started = 1;
    load(&cases[current], c);
}

asm(".text\nrestore: mov x8, #139\nsvc #0");
void restore(void);

void _start(void) {
    u64 stack[3] = { (u64) alternate, 0, sizeof alternate };
    struct action action = { handle, 0x4 | 0x08000000 | 0x04000000, restore, 0 };
    call(222, CODE, 0x4000, 7, 0x32, -1, 0);
    call(222, DATA, 0x1000, 3, 0x32, -1, 0);
    call(132, (long) stack, 0, 0, 0, 0, 0);
    for (int signal = 4; signal <= 11; signal++)
        if (signal != 9) call(134, signal, (long) &action, 0, 8, 0, 0);
    asm volatile("brk #0");
}
