package ashlar.refinement.lift;

import ashlar.refinement.heap.Unsupported;
import java.lang.classfile.Attributes;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A method's body: instructions by position, where they jump, what catches, which lines they come from.
final class Code {
    record Handler(int start, int end, int at, String type) { }

    final String owner;
    final String name;
    final String descriptor;
    final int maxLocals;
    final List<Instruction> instructions = new ArrayList<>();
    final List<Handler> handlers = new ArrayList<>();
    final Set<Integer> joins = new HashSet<>();
    private final String file;
    private final Map<Label, Integer> positions = new HashMap<>();
    private final List<Integer> lines = new ArrayList<>();

    private Code(Classes.Target target, CodeModel body) {
        owner = target.owner().thisClass().asInternalName();
        name = target.method().methodName().stringValue();
        descriptor = target.method().methodType().stringValue();
        maxLocals = target.method().findAttribute(Attributes.code()).orElseThrow().maxLocals();
        file = target.owner().findAttribute(Attributes.sourceFile()).map(SourceFileAttribute::sourceFile)
            .map(f -> f.stringValue()).orElse(owner);
        number(body);
        link(body);
    }

    static Code of(Classes.Target target) {
        CodeModel body = target.method().code()
            .orElseThrow(() -> new Unsupported(target.key() + " has no body"));
        return new Code(target, body);
    }

    private void number(CodeModel body) {
        int line = 0;
        for (CodeElement e : body) {
            switch (e) {
                case LineNumber l  -> line = l.line();
                case LabelTarget l -> positions.put(l.label(), instructions.size());
                case Instruction i -> {
                    instructions.add(i);
                    lines.add(line);
                }
                default            -> { }
            }
        }
    }

    private void link(CodeModel body) {
        for (CodeElement e : body) {
            switch (e) {
                case BranchInstruction b       -> joins.add(at(b.target()));
                case TableSwitchInstruction s  -> {
                    joins.add(at(s.defaultTarget()));
                    s.cases().forEach(c -> joins.add(at(c.target())));
                }
                case LookupSwitchInstruction s -> {
                    joins.add(at(s.defaultTarget()));
                    s.cases().forEach(c -> joins.add(at(c.target())));
                }
                case ExceptionCatch c          -> catches(c);
                default                        -> { }
            }
        }
    }

    private void catches(ExceptionCatch c) {
        String type = c.catchType().map(t -> t.asInternalName()).orElse("java/lang/Throwable");
        handlers.add(new Handler(at(c.tryStart()), at(c.tryEnd()), at(c.handler()), type));
        joins.add(at(c.handler()));
    }

    /// Owner, name and descriptor of the method.
    String key() {
        return owner + "." + name + descriptor;
    }

    boolean is(Classes.Target target) {
        return target.method().methodName().equalsString(name) && target.method().methodType()
            .equalsString(descriptor)
            && target.owner().thisClass().asInternalName().equals(owner);
    }

    int at(Label label) {
        return positions.get(label);
    }

    /// `File.java:12` of the instruction at pc.
    String line(int pc) {
        return file + ":" + lines.get(pc);
    }
}
