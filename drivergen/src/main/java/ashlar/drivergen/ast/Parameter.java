package ashlar.drivergen.ast;

public record Parameter(String name, Type.Word type) { }
