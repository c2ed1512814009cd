package ashlar.drivergen.foreign;

import ashlar.drivergen.ast.Access;
import ashlar.drivergen.ast.Device;
import ashlar.drivergen.ast.Field;
import ashlar.drivergen.ast.Policy;
import ashlar.drivergen.ast.ReadEffect;
import ashlar.drivergen.ast.Register;
import ashlar.drivergen.ast.Type;
import ashlar.drivergen.ast.WriteEffect;
import ashlar.drivergen.check.Complaint;
import ashlar.drivergen.check.ReadableErrors;
import ashlar.drivergen.grammar.SystemRdlLexer;
import ashlar.drivergen.grammar.SystemRdlParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;

/// SystemRDL 2.0: one device for each address map at the top.
public final class RdlReader {
    /// More elements than this are not named one by one.
    private static final int MOST = 4096;

    private final List<String> lost = new ArrayList<>();
    private final List<Register> registers = new ArrayList<>();

    private RdlReader() { }

    public static Imported read(Path file) throws IOException, BadFile {
        RdlPreprocessor.Text text = RdlPreprocessor.read(file);
        List<Complaint> complaints = new ArrayList<>();
        var lexer = new SystemRdlLexer(CharStreams.fromString(text.text()));
        lexer.removeErrorListeners();
        var parser = new SystemRdlParser(new CommonTokenStream(lexer));
        ReadableErrors.install(parser, (at, wrong, expected) -> complaints.add(new Complaint(
            text.place(at.getLine(), at.getCharPositionInLine() + 1), wrong, expected)));
        SystemRdlParser.RootContext root = parser.root();
        if (!complaints.isEmpty()) throw new BadFile(complaints);
        List<String> lost = new ArrayList<>();
        var elaborator = new RdlElaborator(text, complaints, lost);
        List<RdlNode> tops = elaborator.tops(root);
        if (!complaints.isEmpty()) throw new BadFile(complaints);
        if (tops.isEmpty()) throw new BadFile(text.place(1, 1), "there is no address map",
            "addrmap NAME { ... };");
        List<Device> devices = new ArrayList<>();
        for (RdlNode top : tops) devices.add(new RdlReader().device(file, top, elaborator, lost));
        return new Imported(devices, lost);
    }

    private Device device(Path file, RdlNode top, RdlElaborator elaborator, List<String> all) {
        RdlPlacement.place(top);
        members(top, "", 0);
        Device device = new Cleaner(top.name, lost).clean(top.place, RdlProperties.title(top),
            List.of("SystemRDL, " + file.getFileName()), top.is("bigendian"), elaborator.enumerations(),
                registers);
        all.addAll(lost);
        return device;
    }

    private void members(RdlNode node, String prefix, long offset) {
        for (RdlNode child : node.children) {
            if (child.kind.equals("signal")) lost.add(child.place + ": signal " + prefix + child.name);
            if (!child.isAddressed()) continue;
            if (child.kind.equals("mem")) memory(child, prefix, offset);
            else if (child.kind.equals("reg") && child.dimensions.size() == 1)
                registers.add(register(child, prefix + child.name, offset + child.offset, true));
            else elements(child, prefix, offset);
        }
    }

    /// Each element of an array with its index in its name.
    private void elements(RdlNode child, String prefix, long offset) {
        if (child.count() > MOST) {
            lost.add(child.place + ": " + prefix + child.name + ": all but the first of " + child.count()
                + " elements");
            one(child, prefix + child.name + "_0", offset + child.offset);
            return;
        }
        for (long i = 0; i < child.count(); i++)
            one(child, prefix + child.name + (child.dimensions.isEmpty() ? "" : "_" + i),
                offset + child.offset + i * child.stride());
    }

    private void one(RdlNode child, String name, long at) {
        if (child.kind.equals("reg")) registers.add(register(child, name, at, false));
        else members(child, name + "_", at);
    }

    private void memory(RdlNode mem, String prefix, long offset) {
        int bits = (int) mem.number("memwidth", 32);
        registers.add(new Register(mem.place, prefix + mem.name, true, (int) mem.number("mementries", 1), "",
            offset + mem.offset, (bits + 7) / 8, RdlProperties.access(mem), bits, Optional.empty(),
                Optional.empty(),
            ReadEffect.NONE, WriteEffect.REPLACES, Policy.NONE, RdlProperties.title(mem), List.of()));
        if (mem.children.stream().anyMatch(RdlNode::isAddressed))
            lost.add(mem.place + ": " + prefix + mem.name + ": the registers that lie in it");
    }

    private Register register(RdlNode reg, String name, long at, boolean array) {
        List<Field> fields = new ArrayList<>();
        long next = 0;
        for (RdlNode f : reg.children) {
            if (!f.kind.equals("field")) continue;
            long low = f.low != null ? Math.min(f.low, f.high) : next;
            long width = f.low != null ? Math.abs(f.high - f.low) + 1 : f.dimensions.isEmpty()
                ? f.number("fieldwidth", 1) : f.dimensions.getFirst();
            next = low + width;
            fields.add(field(f, (int) low, (int) width));
        }
        boolean reads = fields.stream().anyMatch(f -> f.access().readable());
        boolean writes = fields.stream().anyMatch(f -> f.access().writable());
        return new Register(reg.place, name, array, array ? (int) reg.count() : 1, "", at, array
            ? reg.stride() : 0,
            new Access(reads, writes, false), (int) reg.number("regwidth", 32), Optional.of(0L),
                Optional.empty(),
            ReadEffect.NONE, WriteEffect.REPLACES, Policy.NONE, RdlProperties.title(reg), fields);
    }

    private Field field(RdlNode f, int low, int width) {
        Optional<Long> reset = RdlValues.number(f.properties.getOrDefault("reset", new RdlValues.Word("")));
        if (reset.isEmpty() && f.properties.get("reset") instanceof RdlValues.Word(String of))
            lost.add(f.place + ": " + f.name + ": its reset value is that of " + of);
        String encode = RdlProperties.encode(f);
        Type.Word type = encode.isEmpty() ? Type.Word.of(Math.clamp(width, 1, 64))
            : new Type.Word(encode, width);
        return new Field(f.place, f.name, low + width - 1, low, type, RdlProperties.access(f), reset,
            RdlProperties.onRead(f), RdlProperties.onWrite(f), Policy.NONE, RdlProperties.title(f));
    }
}
