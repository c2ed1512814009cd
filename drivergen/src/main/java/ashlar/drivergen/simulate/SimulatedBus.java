package ashlar.drivergen.simulate;

import ashlar.model.bus.Bus;
import java.util.Map;

/// One simulated device on the bus of a driver.
/// @param bases where each bus of the device begins
public record SimulatedBus(Simulator simulator, Map<String, Long> bases) implements Bus {
    public SimulatedBus {
        bases = Map.copyOf(bases);
    }

    private String busOf(long address) {
        return bases.entrySet().stream().filter(e -> address >= e.getValue() && address - e.getValue()
                < simulator.device().bus(e.getKey()).orElseThrow().size())
            .findFirst().orElseThrow(() -> new IllegalArgumentException("nothing at 0x"
                + Long.toHexString(address)))
            .getKey();
    }

    private long read(long address, int bits) {
        String bus = busOf(address);
        return simulator.read(bus, address - bases.get(bus), bits);
    }

    private void write(long address, int bits, long value) {
        String bus = busOf(address);
        simulator.write(bus, address - bases.get(bus), bits, bits == 64 ? value : value & (1L << bits) - 1);
    }

    @Override public long read8(long address) {
        return read(address, 8);
    }

    @Override public long read16(long address) {
        return read(address, 16);
    }

    @Override public long read32(long address) {
        return read(address, 32);
    }

    @Override public long read64(long address) {
        return read(address, 64);
    }

    @Override public void write8(long address, long value) {
        write(address, 8, value);
    }

    @Override public void write16(long address, long value) {
        write(address, 16, value);
    }

    @Override public void write32(long address, long value) {
        write(address, 32, value);
    }

    @Override public void write64(long address, long value) {
        write(address, 64, value);
    }
}
