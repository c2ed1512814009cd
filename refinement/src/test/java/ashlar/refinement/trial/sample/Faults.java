package ashlar.refinement.trial.sample;

/// Exceptions as outcomes; try, catch, finally.
public final class Faults {
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String why) {
            super(why);
        }
    }

    static class Odd extends IllegalArgumentException {
        private static final long serialVersionUID = 1;
    }

    static final class Crash extends Error {
        private static final long serialVersionUID = 1;
    }

    private Faults() { }

    public static int thrown(int a) {
        if (a > 10) throw new Refused("too big");
        if (a == 3) throw new IllegalStateException("three: " + a);
        if (a < -100) throw new Crash();
        return a;
    }

    public static int caught(int a, int b) {
        try {
            return a / b;
        } catch (ArithmeticException e) {
            return -a;
        }
    }

    public static int caughtBySupertype(int a) {
        try {
            return thrown(a) + 1;
        } catch (IllegalStateException e) {
            return 0;
        } catch (RuntimeException e) {
            return 1;
        }
    }

    public static int multiCatch(int a) {
        try {
            if (a == 1) throw new Odd();
            if (a == 2) throw new ArithmeticException();
            return thrown(a);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return 7;
        }
    }

    public static int rethrown(int a) {
        try {
            return thrown(a);
        } catch (RuntimeException e) {
            if (a > 50) throw e;
            return 2;
        }
    }

    public static int replaced(int a) {
        try {
            return thrown(a);
        } catch (Refused e) {
            throw new Odd();
        }
    }

    public static int finallyRuns(int a) {
        int[] log = {0};
        int r = 0;
        try {
            r = thrown(a);
            log[0] += 1;
        } catch (IllegalStateException e) {
            log[0] += 10;
        } finally {
            log[0] += 100;
        }
        return r * 1000 + log[0];
    }

    @SuppressWarnings("finally")
    public static int finallyReturns(int a) {
        try {
            return thrown(a);
        } finally {
            if (a > 20) return 5;
        }
    }

    public static int finallyKeepsResult(int a) {
        int x = a;
        try {
            return x;
        } finally {
            x++;
        }
    }

    public static int nestedTries(int a, int b) {
        int r = 0;
        try {
            try {
                r += a / b;
            } finally {
                r += 10;
            }
            r += thrown(a);
        } catch (ArithmeticException e) {
            r += 100;
        }
        return r;
    }

    public static int inLoop(int a) {
        int failed = 0;
        for (int i = 0; i < 5; i++) {
            try {
                failed += 100 / (a - i);
            } catch (ArithmeticException e) {
                failed += 1000;
                continue;
            }
            failed++;
        }
        return failed;
    }

    public static int retried(int a) {
        int tries = 0;
        while (true) {
            try {
                tries++;
                if (tries < 4 && (a >> tries & 1) == 0) throw new Odd();
                return tries;
            } catch (Odd e) {
                if (tries == 3) return -1;
            }
        }
    }

    public static int changedBefore(int a) {
        Storage.Counter c = new Storage.Counter(1);
        try {
            c.up(5);
            if (a > 0) throw new Odd();
            c.up(50);
        } catch (Odd e) {
            c.up(500);
        }
        return c.up(0);
    }

    public static int nullThrown(int a) {
        Shapes.Point p = a > 2 ? null : new Shapes.Point(a, a);
        try {
            return p.x();
        } catch (NullPointerException e) {
            return 42;
        }
    }

    public static int unreachableDefault(int a) {
        return switch (a & 3) {
            case 0  -> 5;
            case 1  -> 6;
            case 2  -> 7;
            case 3  -> 8;
            default -> throw new IllegalStateException("a & 3 is 0 to 3");
        };
    }

    public static int checkedOrder(int a, int b, int i) {
        int[] xs = {1, 2};
        return xs[i] + a / b;
    }

    public static int alwaysThrown(int a) {
        throw a > 0 ? new Odd() : new Odd();
    }

    public static int inCallee(Shapes.Shape s) {
        return refuse(s) + 1;
    }

    private static int refuse(Shapes.Shape s) {
        return switch (s) {
            case Shapes.Shape.Dot _     -> throw new Refused("dot");
            case Shapes.Shape.Square q  -> 100 / q.side();
            case Shapes.Shape.Box(_, _) -> 3;
        };
    }
}
