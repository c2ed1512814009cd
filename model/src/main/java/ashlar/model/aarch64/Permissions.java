package ashlar.model.aarch64;

/// What the operating system lets EL0 do (SCTLR_EL1, CNTKCTL_EL1): the rest traps to it.
/// @param readCacheType      UCT: CTR_EL0 may be read
/// @param cleanCaches        UCI: `dc cvau`, `dc civac`, `dc cvac`, `dc cvap`, `ic ivau`
/// @param zeroBlocks         DZE: `dc zva`
/// @param readVirtualCount   EL0VCTEN: CNTVCT_EL0, and CNTFRQ_EL0
/// @param readPhysicalCount  EL0PCTEN: CNTPCT_EL0, and CNTFRQ_EL0
public record Permissions(boolean readCacheType, boolean cleanCaches, boolean zeroBlocks,
                          boolean readVirtualCount, boolean readPhysicalCount) {
    public static Permissions all() {
        return new Permissions(true, true, true, true, true);
    }
}
