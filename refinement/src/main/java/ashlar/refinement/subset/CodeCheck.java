package ashlar.refinement.subset;

import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.util.Set;
import java.util.TreeSet;

/// The rules for the instructions of one method.
final class CodeCheck {
    private static final Set<TypeKind> NUMBERS =
        Set.of(TypeKind.INT, TypeKind.LONG, TypeKind.BOOLEAN, TypeKind.REFERENCE, TypeKind.VOID);

    private final Rules rules;
    private final Family family;
    private final Values values;
    private final Report report;
    private final String method;
    private final Code code;

    CodeCheck(Rules rules, Family family, Values values, Report report, String method, Code code) {
        this.rules = rules;
        this.family = family;
        this.values = values;
        this.report = report;
        this.method = method;
        this.code = code;
    }

    void run() {
        for (int pc = 0; pc < code.instructions.size(); pc++) check(pc, code.instructions.get(pc));
        code.variables.forEach(this::variable);
        code.handlers.forEach(this::handler);
        loops();
    }

    private void complain(int pc, String what, String allowed) {
        report.add(code.line(pc), what, allowed);
    }

    private void check(int pc, Instruction instruction) {
        switch (instruction) {
            case InvokeInstruction i            -> call(pc, i);
            case InvokeDynamicInstruction i     -> dynamic(pc, i);
            case NewObjectInstruction i         -> creation(pc, i.className().asInternalName());
            case NewPrimitiveArrayInstruction _ -> newArray(pc);
            case NewReferenceArrayInstruction _ -> newArray(pc);
            case NewMultiArrayInstruction _     -> newArray(pc);
            case ArrayLoadInstruction _         -> array(pc);
            case ArrayStoreInstruction _        -> array(pc);
            case FieldInstruction i             -> field(pc, i);
            case ConstantInstruction i          -> constant(pc, i);
            case StoreInstruction i             -> store(pc, i);
            case OperatorInstruction i          -> operator(pc, i);
            case ConvertInstruction i           -> number(pc, i.toType());
            case TypeCheckInstruction _         -> typeCheck(pc);
            case MonitorInstruction _           -> complain(pc, "synchronized", "one thread");
            default                             -> { }
        }
    }

    private void call(int pc, InvokeInstruction i) {
        String owner = i.owner().asInternalName();
        String name = i.name().stringValue();
        boolean isMade = family.isException(owner) && (name.equals("<init>")
            || i.typeSymbol().returnType().equals(ClassDesc.ofInternalName(owner)));
        if (isMade) {
            if (!(code.get(pc + 1).orElse(null) instanceof ThrowInstruction))
                complain(pc, "an exception that is not thrown at once", "throw");
        } else if (!isAllowed(owner, name) && !isOfFailedMatch(pc)) {
            complain(pc, "call of " + owner.replace('/', '.') + "." + name, rules.calls());
        }
    }

    private void dynamic(int pc, InvokeDynamicInstruction i) {
        var method = i.bootstrapMethod();
        String bootstrap = method.owner().displayName() + "." + method.methodName();
        String what = bootstrap.equals(Rules.LAMBDA) ? "a lambda" : "invokedynamic of " + bootstrap;
        if (!rules.dynamic().contains(bootstrap)) {
            complain(pc, what, rules.dynamic().isEmpty() ? "no invokedynamic"
                : String.join(", ", new TreeSet<>(rules.dynamic())));
        } else if (bootstrap.equals(Rules.LAMBDA) && code.call(pc + 1).filter(this::takesLambda).isEmpty()) {
            complain(pc, what, "as the last argument of " + String.join(", ", rules.takers()));
        }
    }

    private boolean isAllowed(String owner, String name) {
        return family.has(owner) || rules.allowsCall(owner + "." + name);
    }

    /// The call of MatchException's constructor, or of toString for one of its arguments.
    private boolean isOfFailedMatch(int pc) {
        return code.failsMatch(pc, 0) || code.failsMatch(pc, 2);
    }

    private boolean takesLambda(InvokeInstruction i) {
        return rules.takers().contains(i.name().stringValue())
            && rules.allowsCall(i.owner().asInternalName() + "." + i.name().stringValue());
    }

    private void creation(int pc, String type) {
        boolean isRecord = rules.ownValues() && (family.isRecord(type) || rules.allowsReference(type));
        if (!isRecord && !family.isException(type) && !type.equals("java/lang/MatchException"))
            complain(pc, "new " + type.replace('/', '.'), rules.ownValues() ? "records, exceptions in a throw"
                : "own exceptions in a throw");
    }

    private void newArray(int pc) {
        if (!rules.arrays()) complain(pc, "an array", rules.values());
        else if (!method.equals("<init>")) complain(pc, "a new array", "arrays made in constructors");
    }

    private void array(int pc) {
        if (!rules.arrays()) complain(pc, "an array", rules.values());
    }

    private void field(int pc, FieldInstruction i) {
        String name = i.name().stringValue();
        switch (i.opcode()) {
            case PUTSTATIC, GETSTATIC -> complain(pc, "static field " + name, "compile-time constants");
            case PUTFIELD             -> {
                if (!rules.fields() && !method.equals("<init>"))
                    complain(pc, "store to field " + name, "stores in constructors");
            }
            default                   -> { }
        }
    }

    private void constant(int pc, ConstantInstruction i) {
        if (i.opcode() == Opcode.ACONST_NULL) {
            if (!code.failsMatch(pc, 1) && !code.failsMatch(pc, 2)) complain(pc, "null", "Option");
        } else if (i.constantValue() instanceof String) {
            if (!rules.strings() && !isText(pc))
                complain(pc, "a string", "strings as the text of an exception");
        } else {
            number(pc, i.typeKind());
        }
    }

    private boolean isText(int pc) {
        return code.call(pc + 1).filter(c -> family.isException(c.owner().asInternalName())).isPresent();
    }

    private void store(int pc, StoreInstruction i) {
        if (!rules.ownValues() && i.typeKind() == TypeKind.REFERENCE)
            complain(pc, "a local that holds a reference", "long, int, boolean");
        number(pc, i.typeKind());
    }

    private void operator(int pc, OperatorInstruction i) {
        if (i.opcode() == Opcode.ARRAYLENGTH) array(pc);
        else number(pc, i.typeKind());
    }

    private void number(int pc, TypeKind kind) {
        if (!NUMBERS.contains(kind))
            complain(pc, "a " + kind.upperBound().displayName(), "long, int, boolean");
    }

    private void typeCheck(int pc) {
        if (!rules.ownValues()) complain(pc, "instanceof or a cast of a reference", rules.values());
    }

    private void variable(LocalVariable v) {
        int start = code.at(v.startScope());
        boolean isParameter = start == 0;
        if (!isParameter && !values.allow(v.typeSymbol()))
            complain(start, "local " + v.name() + " of type " + v.typeSymbol().displayName(), rules.values());
    }

    private void handler(ExceptionCatch c) {
        int pc = code.at(c.handler());
        if (!code.failsMatch(pc, 6)) complain(pc, "try", "no handlers");
    }

    /// Heads of loops: targets of jumps backwards, except where a switch on patterns tries its next case.
    private void loops() {
        Set<Integer> heads = new TreeSet<>();
        for (int pc = 0; pc < code.instructions.size(); pc++) {
            if (code.instructions.get(pc) instanceof BranchInstruction b && code.at(b.target()) <= pc)
                heads.add(code.at(b.target()));
        }
        heads.removeIf(this::isTypeSwitch);
        heads.stream().skip(rules.loops()).forEach(head -> complain(head, "a loop",
            rules.loops() == 0 ? "recursion, forAll, exists, map" : "one loop a method"));
    }

    private boolean isTypeSwitch(int pc) {
        return code.get(pc + 2).orElse(null) instanceof InvokeDynamicInstruction i
            && i.bootstrapMethod().owner().displayName().equals("SwitchBootstraps");
    }
}
