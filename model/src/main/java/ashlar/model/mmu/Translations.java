package ashlar.model.mmu;

/// The tables that say where virtual addresses lead.
public interface Translations {
    /// What the tables say of virtual, walked now.
    /// @throws MemoryFault if they do not allow access by a program
    Translation walk(long virtual, Access access);
}
