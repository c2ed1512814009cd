package ashlar.refinement.subset;

import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Calls among a layer's methods that lead back to where they come from.
final class Recursion {
    private record Call(String callee, String file, int line) { }

    private final Map<String, List<Call>> calls = new LinkedHashMap<>();

    Recursion(Family family) {
        for (ClassModel c : family.members()) {
            for (MethodModel m : c.methods()) {
                String name = m.methodName().stringValue() + m.methodType().stringValue();
                m.code().ifPresent(body -> calls.put(c.thisClass().asInternalName() + "." + name,
                    callsOf(Report.file(c), new Code(body))));
            }
        }
    }

    private static List<Call> callsOf(String file, Code code) {
        List<Call> all = new ArrayList<>();
        for (int pc = 0; pc < code.instructions.size(); pc++) {
            if (!(code.instructions.get(pc) instanceof InvokeInstruction i)) continue;
            String name = i.name().stringValue() + i.type().stringValue();
            all.add(new Call(i.owner().asInternalName() + "." + name, file, code.line(pc)));
        }
        return all;
    }

    List<Complaint> complaints() {
        List<Complaint> all = new ArrayList<>();
        calls.forEach((caller, made) -> {
            for (Call c : made) {
                if (!reaches(c.callee, caller)) continue;
                all.add(new Complaint(c.file, c.line, "recursion by " + shortened(c.callee), "a loop"));
            }
        });
        return all;
    }

    private static String shortened(String key) {
        return key.substring(key.lastIndexOf('/', key.indexOf('(')) + 1, key.indexOf('('));
    }

    private boolean reaches(String from, String to) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String m = open.pop();
            if (m.equals(to)) return true;
            if (seen.add(m)) calls.getOrDefault(m, List.of()).forEach(c -> open.push(c.callee));
        }
        return false;
    }
}
