// Runs single instructions, each in a state of its own, and tells the state after it.
//
// Standard input: a 64-bit number of cases, then that many struct before. Standard output: as many struct after.
// Every case ends in a signal: its own, or SIGTRAP of the int3 that surrounds it. The handler notes the state that
// the signal interrupted and returns into the next case.
//
// Memory of a case: a page that may be written, whose last 256 bytes are the case's; then a page of zeros that may
// only be read. Code: 64 bytes a case, the instruction at byte 24, the rest int3.
typedef unsigned long u64;
typedef unsigned int u32;
typedef unsigned char u8;

#define CODE 0x30000000ul
#define DATA 0x20000000ul
#define WINDOW (DATA + 0xf00)
#define SLOT 64
#define START 24
#define FX 416

struct before { u64 r[16], flags, fs, gs; u8 fx[FX], code[16], memory[256]; };
struct after { u64 r[16], pc, flags, fs, gs, signal, address; u8 fx[FX], memory[256]; };

static u64 cases, at;
static struct before *in;
static struct after *out;
// Where the kernel keeps register 0..15, in struct sigcontext.
static const u8 place[16] = { 13, 14, 12, 11, 15, 10, 9, 8, 0, 1, 2, 3, 4, 5, 6, 7 };

static u64 call(u64 n, u64 a, u64 b, u64 c, u64 d, u64 e, u64 f) {
    u64 result;
    register u64 r10 __asm__("r10") = d, r8 __asm__("r8") = e, r9 __asm__("r9") = f;
    __asm__ volatile("syscall" : "=a"(result) : "a"(n), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
                     : "rcx", "r11", "memory");
    return result;
}

void *memcpy(void *to, const void *from, u64 n) {
    void *start = to;
    __asm__ volatile("rep movsb" : "+D"(to), "+S"(from), "+c"(n) : : "memory");
    return start;
}

void *memset(void *to, int v, u64 n) {
    void *start = to;
    __asm__ volatile("rep stosb" : "+D"(to), "+c"(n) : "a"(v) : "memory");
    return start;
}

static void *map(u64 address, u64 size, u64 rights) {
    return (void *) call(9, address, size, rights, address ? 0x32 : 0x22, -1, 0);
}

static void transfer(u64 n, u64 fd, u8 *p, u64 size) {
    while (size > 0) {
        u64 done = call(n, fd, (u64) p, size, 0, 0, 0);
        if ((long) done <= 0) call(60, 2, 0, 0, 0, 0, 0);
        p += done;
        size -= done;
    }
}

static void finish(void) {
    transfer(1, 1, (u8 *) out, cases * sizeof *out);
    call(60, 0, 0, 0, 0, 0, 0);
}

// struct ucontext: flags, link, stack (3 words), then 16 registers, rip, flags, selectors, err, trapno, oldmask, cr2,
// pointer to the floating-point state.
static void note(int signal, u64 *context) {
    u64 *g = context + 5;
    struct after *o = out + at;
    for (int i = 0; i < 16; i++) o->r[i] = g[place[i]];
    o->pc = g[16];
    o->flags = g[17];
    o->signal = signal;
    o->address = g[22];
    call(158, 0x1003, (u64) &o->fs, 0, 0, 0, 0);
    call(158, 0x1004, (u64) &o->gs, 0, 0, 0, 0);
    memcpy(o->fx, (u8 *) g[23], FX);
    memcpy(o->memory, (u8 *) WINDOW, 256);
}

static void load(u64 *context) {
    u64 *g = context + 5;
    struct before *i = in + at;
    for (int n = 0; n < 16; n++) g[place[n]] = i->r[n];
    g[16] = CODE + at * SLOT + START;
    g[17] = i->flags;
    call(158, 0x1002, i->fs, 0, 0, 0, 0);
    call(158, 0x1001, i->gs, 0, 0, 0, 0);
    u8 *fx = (u8 *) g[23];
    memcpy(fx, i->fx, FX);
    if (*(u32 *) (fx + 464) == 0x46505853) *(u64 *) (fx + 512) |= 3;
    memcpy((u8 *) WINDOW, i->memory, 256);
}

static void handle(int signal, void *info, u64 *context) {
    (void) info;
    __asm__ volatile("push $0x202; popfq" : : : "cc", "memory");
    if (at < cases) note(signal, context);
    if (++at == cases) finish();
    load(context);
}

__attribute__((naked)) static void restore(void) {
    __asm__("mov $15, %eax; syscall");
}

static void catch(int signal) {
    u64 action[4] = { (u64) handle, 0x4c000004, (u64) restore, 0 };
    call(13, signal, (u64) action, 0, 8, 0, 0);
}

__attribute__((naked)) void _start(void) {
    __asm__("and $-16, %rsp; call run");
}

__attribute__((used)) static void run(void) {
    transfer(0, 0, (u8 *) &cases, 8);
    in = map(0, cases * sizeof *in, 3);
    out = map(0, cases * sizeof *out, 3);
    transfer(0, 0, (u8 *) in, cases * sizeof *in);
    map(DATA, 4096, 3);
    map(DATA + 4096, 4096, 1);
    u8 *code = map(CODE, cases * SLOT + 4096, 7);
    memset(code, 0xcc, cases * SLOT + 4096);
    for (u64 i = 0; i < cases; i++) memcpy(code + i * SLOT + START, in[i].code, 16);
    u64 stack[3] = { (u64) map(0, 65536, 3), 0, 65536 };
    call(131, (u64) stack, 0, 0, 0, 0, 0);
    static const u8 signals[] = { 4, 5, 7, 8, 11 };
    for (int i = 0; i < 5; i++) catch(signals[i]);
    at = -1;
    __asm__ volatile("int3");
}
