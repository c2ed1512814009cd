package ashlar.proofs.lemmas;

import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.prove;

import ashlar.impl.kernel.ReadyBitmap;
import ashlar.impl.layout.ReadyBitmapPtr;
import ashlar.model.collection.Range;
import ashlar.model.machine.Machine;
import ashlar.model.platform.Platform;
import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Obligation;

/// The two-level bitmap, bit by bit: elsewhere it is a table of flags, always well formed.
public final class BitmapLemmas {
    private BitmapLemmas() { }

    @Obligation(value = Kind.LEMMA, layouts = {ReadyBitmapPtr.class}, text =
        "setHasThreads keeps the bitmaps of all domains well formed")
    static void setHasThreads_keeps_bitmaps_well_formed(Machine m, long domain, long priority,
        boolean hasThreads, long otherDomain) {
        assume(isDomain(domain) && isPriority(priority) && isDomain(otherDomain));
        assume(ReadyBitmap.isWellFormed(m, domain) && ReadyBitmap.isWellFormed(m, otherDomain));
        ReadyBitmap.setHasThreads(m, domain, priority, hasThreads);
        prove(ReadyBitmap.isWellFormed(m, domain) && ReadyBitmap.isWellFormed(m, otherDomain));
    }

    @Obligation(value = Kind.LEMMA, layouts = {ReadyBitmapPtr.class}, text =
        "setHasThreads sets the one flag and leaves the others as they are")
    static void setHasThreads_sets_one_flag(Machine m, long domain, long priority, boolean hasThreads,
        long otherDomain, long otherPriority) {
        assume(isDomain(domain) && isPriority(priority));
        assume(isDomain(otherDomain) && isPriority(otherPriority));
        boolean isOther = domain != otherDomain || priority != otherPriority;
        boolean before = ReadyBitmap.hasThreads(m, otherDomain, otherPriority);
        ReadyBitmap.setHasThreads(m, domain, priority, hasThreads);
        prove(ReadyBitmap.hasThreads(m, otherDomain, otherPriority) == (isOther ? before : hasThreads));
    }

    @Obligation(value = Kind.LEMMA, layouts = {ReadyBitmapPtr.class}, contract = true, text =
        "isEmpty tells whether no flag of the domain is set")
    static void isEmpty_tells_that_no_flag_is_set(Machine m, long domain) {
        assume(isDomain(domain) && isWellFormed(m, domain));
        boolean isEmpty = ReadyBitmap.isEmpty(m, domain);
        prove(isEmpty == noFlagIsSet(m, domain));
    }

    @Obligation(value = Kind.LEMMA, layouts = {ReadyBitmapPtr.class}, contract = true, text =
        "highest finds the greatest priority whose flag is set")
    static void highest_is_greatest(Machine m, long domain) {
        assume(isDomain(domain) && isWellFormed(m, domain) && !noFlagIsSet(m, domain));
        long priority = ReadyBitmap.highest(m, domain);
        prove(isPriority(priority) && hasThreads(m, domain, priority));
        prove(Range.forAll(priority + 1, Platform.NUM_PRIORITIES, p -> !hasThreads(m, domain, p)));
    }

    private static boolean noFlagIsSet(Machine m, long domain) {
        return Range.forAll(0, Platform.NUM_PRIORITIES, p -> !ReadyBitmap.hasThreads(m, domain, p));
    }

    private static boolean hasThreads(Machine m, long domain, long priority) {
        return ReadyBitmap.hasThreads(m, domain, priority);
    }

    private static boolean isWellFormed(Machine m, long domain) {
        return ReadyBitmap.isWellFormed(m, domain);
    }

    private static boolean isDomain(long domain) {
        return domain >= 0 && domain < Platform.NUM_DOMAINS;
    }

    private static boolean isPriority(long priority) {
        return priority >= 0 && priority < Platform.NUM_PRIORITIES;
    }
}
