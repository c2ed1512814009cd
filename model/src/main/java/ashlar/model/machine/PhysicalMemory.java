package ashlar.model.machine;

import ashlar.model.device.Device;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Physical addresses: one range of RAM, zero at first, and devices. RAM takes the host's memory only where
/// something was stored. Words are little-endian and lie at multiples of their size.
public final class PhysicalMemory {
    /// RAM comes in chunks of this many bytes; no page is in two of them.
    public static final int CHUNK = 1 << 21;

    /// A device at size addresses from first on.
    public record Attached(long first, long size, Device device) {
        boolean covers(long address) {
            return Long.compareUnsigned(address - first, size) < 0;
        }
    }

    /// Is told of stores to pages that are watched.
    public interface Watcher {
        /// Something in the page of RAM that begins at page is to be stored.
        void stored(long page);
    }

    private static final int CHUNK_BITS = 21;
    private static final int PAGE_BITS = 12;
    private static final VarHandle LONG =
        MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN).withInvokeExactBehavior();
    private static final long PAGE_MASK = (1 << PAGE_BITS) - 1;

    private final long base;
    private final long bytes;
    private final byte[][] chunks;
    private final List<Attached> devices = new ArrayList<>();
    private final boolean[] watched;
    private Watcher watcher = _ -> { };

    /// @param base  address of the first byte of RAM
    /// @param bytes of RAM
    /// @throws IllegalArgumentException if one of them is not a multiple of 4 KiB, or if it is more than 2^40
    public PhysicalMemory(long base, long bytes) {
        if (bytes <= 0 || bytes > 1L << 40 || (bytes & PAGE_MASK) != 0 || (base & CHUNK - 1) != 0)
            throw new IllegalArgumentException("RAM of 0x%x bytes at 0x%x".formatted(bytes, base));
        this.base = base;
        this.bytes = bytes;
        this.chunks = new byte[(int) (bytes + CHUNK - 1 >>> CHUNK_BITS)][];
        this.watched = new boolean[(int) (bytes >>> PAGE_BITS)];
    }

    public long base() {
        return base;
    }

    public long bytes() {
        return bytes;
    }

    /// Whether size bytes from address on are all RAM.
    public boolean isRam(long address, long size) {
        return Long.compareUnsigned(address - base, bytes) < 0
            && Long.compareUnsigned(size, bytes - (address - base)) <= 0;
    }

    /// Lets device answer to size addresses from first on.
    /// @throws IllegalArgumentException if RAM or another device does already
    public void attach(long first, long size, Device device) {
        boolean isTaken = isRam(first, 1) || base >= first && base < first + size
            || devices.stream()
                .anyMatch(d -> d.covers(first) || d.first() >= first && d.first() < first + size);
        if (isTaken) throw new IllegalArgumentException("0x%x is taken".formatted(first));
        devices.add(new Attached(first, size, device));
    }

    /// The device that answers at address.
    public Optional<Attached> device(long address) {
        for (Attached d : devices) if (d.covers(address)) return Optional.of(d);
        return Optional.empty();
    }

    /// Who is told of stores to watched pages.
    public void setWatcher(Watcher watcher) {
        this.watcher = watcher;
    }

    /// Lets the next store to the page of RAM at address be told.
    /// @return whether it was not to be told before
    public boolean watch(long address) {
        boolean isNew = !watched[page(address)];
        watched[page(address)] = true;
        return isNew;
    }

    public boolean isWatched(long address) {
        return watched[page(address)];
    }

    /// Tells of a store to the page of RAM at address, if that is watched; then it no longer is.
    public void tell(long address) {
        int page = page(address);
        if (!watched[page]) return;
        watched[page] = false;
        watcher.stored(address & ~PAGE_MASK);
    }

    private int page(long address) {
        return (int) (address - base >>> PAGE_BITS);
    }

    /// The chunk of RAM that address is in. It stays the same for good. Who stores to it directly has to
    /// [#tell].
    /// @throws IndexOutOfBoundsException if address is not in RAM
    public byte[] chunk(long address) {
        int i = number(address);
        if (chunks[i] == null) chunks[i] = new byte[CHUNK];
        return chunks[i];
    }

    /// Where in its chunk an address of RAM is.
    public int place(long address) {
        return (int) address & CHUNK - 1;
    }

    /// @throws IndexOutOfBoundsException if address is not in RAM
    public long load64(long address) {
        byte[] chunk = chunks[number(address)];
        return chunk == null ? 0 : (long) LONG.get(chunk, place(address));
    }

    /// @throws IndexOutOfBoundsException if address is not in RAM
    public void store64(long address, long value) {
        LONG.set(chunk(address), place(address), value);
        tell(address);
    }

    private int number(long address) {
        if (Long.compareUnsigned(address - base, bytes) >= 0)
            throw new IndexOutOfBoundsException("no RAM at 0x" + Long.toHexString(address));
        return (int) (address - base >>> CHUNK_BITS);
    }

    /// Copies data into RAM, to address and on.
    /// @throws IndexOutOfBoundsException if not all of it is RAM there
    public void write(long address, byte[] data) {
        within(address, data.length);
        tellAll(address, data.length);
        for (int done = 0; done < data.length;) {
            int length = Math.min(data.length - done, CHUNK - place(address + done));
            System.arraycopy(data, done, chunk(address + done), place(address + done), length);
            done += length;
        }
    }

    /// Makes size bytes of RAM from address on zero.
    /// @throws IndexOutOfBoundsException if not all of them are RAM
    public void clear(long address, long size) {
        within(address, size);
        tellAll(address, size);
        for (long done = 0; done < size;) {
            int from = place(address + done);
            int length = (int) Math.min(size - done, CHUNK - from);
            byte[] chunk = chunks[number(address + done)];
            if (chunk != null) Arrays.fill(chunk, from, from + length, (byte) 0);
            done += length;
        }
    }

    private void tellAll(long address, long size) {
        for (long page = address & ~PAGE_MASK; page - address < size; page += 1 << PAGE_BITS) tell(page);
    }

    private void within(long address, long size) {
        if (!isRam(address, size))
            throw new IndexOutOfBoundsException("no RAM for 0x%x bytes at 0x%x".formatted(size, address));
    }
}
