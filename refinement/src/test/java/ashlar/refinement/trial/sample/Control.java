package ashlar.refinement.trial.sample;

/// Branches, switches, loops.
@SuppressWarnings("fallthrough")
public final class Control {
    private Control() { }

    public static int nested(int a, int b, int c) {
        int r = 0;
        if (a > b) {
            if (b > c) r = 1;
            else if (a > c) r = 2;
            else r = 3;
            r += 10;
        } else if (c == 3) {
            r = b;
        }
        return r * 2;
    }

    public static int early(int a, int b) {
        if (a == 0) return b;
        if (b == 0) return a;
        if (a == b) return 0;
        return a < b ? -1 : 1;
    }

    public static int tableSwitch(int a, int b) {
        return switch (a) {
            case 0  -> b;
            case 1  -> b + 1;
            case 2, 3 -> b * a;
            case 5  -> -b;
            default -> 99;
        };
    }

    public static int lookupSwitch(int a) {
        return switch (a) {
            case -1000 -> 1;
            case 7     -> 2;
            case 1 << 20 -> 3;
            case Integer.MIN_VALUE -> 4;
            default -> a;
        };
    }

    public static int fallingThrough(int a) {
        int r = 1;
        switch (a) {
            case 1:
                r += 5;
            case 2:
                r *= 3;
                break;
            case 4:
                r = 7;
            default:
                r--;
        }
        return r;
    }

    public static int switchInLoop(int a) {
        int r = 0;
        for (int i = 0; i < 4; i++) {
            switch (a >> i & 3) {
                case 0: continue;
                case 1: r += i; break;
                case 2: r ^= 0x10; break;
                default: return r - i;
            }
            r *= 2;
        }
        return r;
    }

    public static int sum(int n) {
        int s = 0;
        for (int i = 0; i < 8 && i < n; i++) s += i * i;
        return s;
    }

    public static int whileLoop(int a) {
        int r = 0;
        int left = a & 7;
        int i = 0;
        while (i < 8) {
            if (left == 0) break;
            left--;
            r = r * 3 + left;
            i++;
        }
        return r;
    }

    public static int doLoop(int a) {
        int i = 0;
        do {
            i += 2;
        } while (i < 10 && (a >>> i & 1) == 0);
        return i;
    }

    public static int nestedLoops(int a, int b) {
        int r = 0;
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j <= i; j++) {
                if ((a >> j & 1) == 0) continue;
                r += i * 10 + j;
                if (r > b) return r;
            }
        }
        return -r;
    }

    public static int labelled(int a) {
        int r = 0;
        outer:
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                if ((a >>> (i * 4 + j) & 1) != 0) continue outer;
                if (r == 9) break outer;
                r++;
            }
            r += 5;
        }
        return r;
    }

    public static int bitLoop(int a) {
        int n = 0;
        for (int m = 1; m != 0 && n < 6; m <<= 1) if ((a & m) != 0) n++;
        return n;
    }

    public static int recursive(int a) {
        return fall(6, a);
    }

    private static int fall(int depth, int n) {
        return depth == 0 || n <= 0 ? 0 : n * n + fall(depth - 1, n - 1);
    }

    public static int mutual(int a) {
        return isEven(6, a) ? 1 : 2;
    }

    private static boolean isEven(int depth, int n) {
        return depth == 0 ? (n & 1) == 0 : !isOdd(depth - 1, n >> 1);
    }

    private static boolean isOdd(int depth, int n) {
        return depth == 0 ? (n & 1) != 0 : isEven(depth - 1, n + depth);
    }

    public static int conditional(int a, int b) {
        return (a > 3 && b > 3 || a < -3 && b < -3 ? a : b) + (a != b && !(a > b) ? 1 : 0);
    }

    public static long calls(int a, long b) {
        return twice(b, a) + twice(a, 3) - pick(a > 0, b, 5);
    }

    private static long twice(long a, int b) {
        return 2 * a + b;
    }

    private static long pick(boolean p, long a, int b) {
        return p ? a : b;
    }

    public static int sharedTail(int a) {
        int x;
        int y;
        if (a > 0) {
            x = a;
            y = 1;
        } else {
            x = 1;
            y = a;
        }
        if (a > 0) x += y;
        else y += x;
        return x * 100 + y;
    }

    public static int manyPaths(int a, int b) {
        int r = 0;
        if ((a & 1) != 0) r += b;
        if ((a & 2) != 0) r ^= b;
        if ((a & 4) != 0) r -= 3;
        if ((a & 8) != 0) return r;
        if ((a & 16) != 0) r *= 5;
        if ((b & 1) != 0) r++;
        return r + 1;
    }

    public static int lateUse(int a) {
        int x = 1;
        if (a == 3) x = a;
        int y = x;
        if (x == 3) y = 7;
        return a == 3 ? y : x;
    }
}
