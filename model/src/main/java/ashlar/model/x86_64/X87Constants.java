package ashlar.model.x86_64;

/// FLD1, FLDL2T, FLDL2E, FLDPI, FLDLG2, FLDLN2, FLDZ: numbers 0..6.
final class X87Constants {
    private X87Constants() { }

    static void set(X87 f, int number) {
        int mode = f.environment.rounding();
        boolean isDown = mode == Mxcsr.DOWN || mode == Mxcsr.TOWARDS_ZERO;
        switch (number) {
            case 0  -> Extended.set(f, 0x3fff, 0x8000000000000000L);
            case 1  -> Extended.set(f, 0x4000, 0xd49a784bcd1b8afeL + (mode == Mxcsr.UP ? 1 : 0));
            case 2  -> Extended.set(f, 0x3fff, 0xb8aa3b295c17f0bcL - (isDown ? 1 : 0));
            case 3  -> Extended.set(f, 0x4000, 0xc90fdaa22168c235L - (isDown ? 1 : 0));
            case 4  -> Extended.set(f, 0x3ffd, 0x9a209a84fbcff799L - (isDown ? 1 : 0));
            case 5  -> Extended.set(f, 0x3ffe, 0xb17217f7d1cf79acL - (isDown ? 1 : 0));
            default -> Extended.set(f, 0, 0);
        }
    }

    static String name(int number) {
        return switch (number) {
            case 0  -> "fld1";
            case 1  -> "fldl2t";
            case 2  -> "fldl2e";
            case 3  -> "fldpi";
            case 4  -> "fldlg2";
            case 5  -> "fldln2";
            default -> "fldz";
        };
    }
}
