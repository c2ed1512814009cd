package ashlar.refinement.subset;

import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LocalVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A method's body by position.
final class Code {
    final List<Instruction> instructions = new ArrayList<>();
    final List<LocalVariable> variables = new ArrayList<>();
    final List<ExceptionCatch> handlers = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private final Map<Label, Integer> positions = new HashMap<>();

    Code(CodeModel body) {
        int line = 0;
        for (CodeElement e : body) {
            switch (e) {
                case LineNumber l     -> line = l.line();
                case LabelTarget l    -> positions.put(l.label(), instructions.size());
                case LocalVariable v  -> variables.add(v);
                case ExceptionCatch c -> handlers.add(c);
                case Instruction i    -> {
                    instructions.add(i);
                    lines.add(line);
                }
                default               -> { }
            }
        }
    }

    int at(Label label) {
        return positions.get(label);
    }

    int line(int pc) {
        return lines.get(Math.min(pc, lines.size() - 1));
    }

    int firstLine() {
        return lines.stream().min(Integer::compare).orElse(0);
    }

    /// Lines from the first statement to the end.
    int length() {
        return lines.stream().max(Integer::compare).orElse(0) - firstLine() + 1;
    }

    Optional<Instruction> get(int pc) {
        return pc < instructions.size() ? Optional.of(instructions.get(pc)) : Optional.empty();
    }

    Optional<InvokeInstruction> call(int pc) {
        return get(pc).map(i -> i instanceof InvokeInstruction call ? call : null);
    }

    /// Whether the instruction n places behind pc makes the exception by which javac reports a failed match.
    boolean failsMatch(int pc, int n) {
        return call(pc + n).filter(c -> c.owner().asInternalName().equals("java/lang/MatchException"))
            .isPresent();
    }
}
