package ashlar.refinement.report;

import ashlar.model.machine.Machine;
import ashlar.refinement.api.Claims;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes one function report its calls, what it returns, and what it compares for equality, and
/// where it stores.
final class Reporting implements CodeTransform {
    private static final ClassDesc TRACE = ClassDesc.of(Trace.class.getName());
    private static final ClassDesc OBJECT = ConstantDescs.CD_Object;
    private static final String CLAIMS = Claims.class.getName().replace('.', '/');
    private static final String MACHINE = Machine.class.getName().replace('.', '/');
    private static final MethodTypeDesc TAKES_OBJECT = MethodTypeDesc.of(ConstantDescs.CD_void, OBJECT);
    private static final MethodTypeDesc TAKES_TWO = MethodTypeDesc.of(ConstantDescs.CD_void, OBJECT, OBJECT);

    private final Function function;
    private final MethodTypeDesc type;
    private final Set<Label> handlers;
    private int call;
    private Instruction before;         // the last instruction; if it compares longs it is yet to be written

    Reporting(Function function, CodeModel code) {
        this.function = function;
        this.type = MethodTypeDesc.ofDescriptor(function.descriptor());
        this.handlers = code.exceptionHandlers().stream().map(h -> h.handler()).collect(Collectors.toSet());
    }

    @Override
    public void atStart(CodeBuilder b) {
        b.loadConstant(function.key()).loadConstant(type.parameterCount()).anewarray(OBJECT);
        for (int i = 0; i < type.parameterCount(); i++) {
            b.dup().loadConstant(i).loadLocal(TypeKind.from(type.parameterType(i)), b.parameterSlot(i));
            box(b, type.parameterType(i));
            b.aastore();
        }
        call = b.allocateLocal(TypeKind.REFERENCE);
        b.invokestatic(TRACE, "enter", MethodTypeDesc.of(OBJECT, ConstantDescs.CD_String, OBJECT.arrayType()))
            .astore(call);
    }

    @Override
    public void accept(CodeBuilder b, CodeElement e) {
        if (isLongComparison(before)) {
            if (isTestForZero(e)) compareLongs(b);
            b.with(before);
        } else if (returnsInt(before) && isTestForZero(e)) {
            box(b.dup().i2l(), ConstantDescs.CD_long);
            box(b.lconst_0(), ConstantDescs.CD_long);
            b.invokestatic(TRACE, "compare", TAKES_TWO);
        }
        before = e instanceof Instruction i ? i : null;
        if (isLongComparison(before)) return;
        report(b, e);
        b.with(e);
        if (e instanceof LabelTarget target && handlers.contains(target.label()))
            b.aload(call).invokestatic(TRACE, "resume", TAKES_OBJECT);
    }

    private void report(CodeBuilder b, CodeElement e) {
        switch (e) {
            case ReturnInstruction _ -> leave(b);
            case BranchInstruction i when i.opcode() == Opcode.IF_ICMPEQ || i.opcode() == Opcode.IF_ICMPNE ->
                compareInts(b);
            case InvokeInstruction i when i.owner().asInternalName().equals(CLAIMS) ->
                b.loadConstant(i.name().stringValue()).invokestatic(TRACE, "claim",
                    MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String));
            case InvokeInstruction i when i.name().equalsString("equals")
                && i.type().equalsString("(Ljava/lang/Object;)Z") ->
                b.dup2().invokestatic(TRACE, "compare", TAKES_TWO);
            case InvokeInstruction i when i.owner().asInternalName().equals(MACHINE)
                && i.name().equalsString("store64") -> store(b);
            default -> { }
        }
    }

    private static boolean isLongComparison(Instruction i) {
        return i instanceof OperatorInstruction o && o.opcode() == Opcode.LCMP;
    }

    private static boolean returnsInt(Instruction i) {
        return i instanceof InvokeInstruction call && call.opcode() == Opcode.INVOKESTATIC
            && call.typeSymbol().returnType().equals(ConstantDescs.CD_int);
    }

    private static boolean isTestForZero(CodeElement e) {
        return e instanceof BranchInstruction i && (i.opcode() == Opcode.IFEQ || i.opcode() == Opcode.IFNE);
    }

    private void leave(CodeBuilder b) {
        switch (TypeKind.from(type.returnType()).slotSize()) {
            case 0  -> b.aconst_null();
            case 1  -> b.dup();
            default -> b.dup2();
        }
        box(b, type.returnType());
        b.aload(call).invokestatic(TRACE, "leave", TAKES_TWO);
    }

    private static void store(CodeBuilder b) {
        int value = b.allocateLocal(TypeKind.LONG);
        b.lstore(value).dup2().invokestatic(TRACE, "store",
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_long)).lload(value);
    }

    private static void compareLongs(CodeBuilder b) {
        int right = b.allocateLocal(TypeKind.LONG);
        box(b.lstore(right).dup2(), ConstantDescs.CD_long);
        box(b.lload(right), ConstantDescs.CD_long);
        b.invokestatic(TRACE, "compare", TAKES_TWO).lload(right);
    }

    private static void compareInts(CodeBuilder b) {
        int right = b.allocateLocal(TypeKind.INT);
        box(b.istore(right).dup().i2l(), ConstantDescs.CD_long);
        box(b.iload(right).i2l(), ConstantDescs.CD_long);
        b.invokestatic(TRACE, "compare", TAKES_TWO).iload(right);
    }

    private static void box(CodeBuilder b, ClassDesc type) {
        if (!type.isPrimitive() || type.equals(ConstantDescs.CD_void)) return;
        ClassDesc box = boxOf(type);
        b.invokestatic(box, "valueOf", MethodTypeDesc.of(box, type));
    }

    private static ClassDesc boxOf(ClassDesc type) {
        return switch (type.descriptorString().charAt(0)) {
            case 'Z' -> ConstantDescs.CD_Boolean;
            case 'B' -> ConstantDescs.CD_Byte;
            case 'C' -> ConstantDescs.CD_Character;
            case 'S' -> ConstantDescs.CD_Short;
            case 'I' -> ConstantDescs.CD_Integer;
            case 'J' -> ConstantDescs.CD_Long;
            case 'F' -> ConstantDescs.CD_Float;
            default  -> ConstantDescs.CD_Double;
        };
    }
}
