package ashlar.model.mmu;

/// What a program wants of memory.
public enum Access { READ, WRITE, EXECUTE }
