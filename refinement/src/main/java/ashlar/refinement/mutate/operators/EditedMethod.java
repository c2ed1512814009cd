package ashlar.refinement.mutate.operators;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.StreamSupport;
import org.pitest.bytecode.ASMVersion;
import org.pitest.mutationtest.engine.MutationIdentifier;
import org.pitest.mutationtest.engine.gregor.MutationContext;
import org.pitest.reloc.asm.Handle;
import org.pitest.reloc.asm.Label;
import org.pitest.reloc.asm.MethodVisitor;
import org.pitest.reloc.asm.tree.AbstractInsnNode;
import org.pitest.reloc.asm.tree.LabelNode;
import org.pitest.reloc.asm.tree.MethodNode;

/// A method on its way through PIT's engine: registers its edits, and hands on the code with the one edit
/// that is asked for, if any. From the edit on, the code is held back until it is complete.
final class EditedMethod extends MethodVisitor {
    private final Operator operator;
    private final List<Edit> edits;
    private final MutationContext context;
    private final MethodVisitor next;
    private Edit chosen;
    private MethodNode rest;
    private int count;

    EditedMethod(Operator operator, List<Edit> edits, MutationContext context, MethodVisitor next) {
        super(ASMVersion.ASM_VERSION, next);
        this.operator = operator;
        this.edits = edits;
        this.context = context;
        this.next = next;
    }

    private void register() {
        for (Edit edit : edits) if (edit.at() == count) register(edit);
        count++;
    }

    private void register(Edit edit) {
        MutationIdentifier id =
            context.registerMutation(operator.variant(edit.variant()), edit.description());
        if (!context.shouldMutate(id)) return;
        chosen = edit;
        rest = new Rest();
        mv = rest;
    }

    /// Instructions whose labels stay those of the method.
    private static final class Rest extends MethodNode {
        Rest() {
            super(ASMVersion.ASM_VERSION);
        }

        @Override protected LabelNode getLabelNode(Label label) {
            if (!(label.info instanceof LabelNode)) label.info = new LabelNode(label);
            return (LabelNode) label.info;
        }
    }

    private void handOn() {
        if (rest == null) return;
        List<AbstractInsnNode> code = new ArrayList<>(Collections.nCopies(chosen.at(), null));
        StreamSupport.stream(rest.instructions.spliterator(), false).filter(i -> i.getOpcode() >= 0)
            .forEach(code::add);
        chosen.change().make(rest.instructions, code);
        rest.instructions.accept(next);
        rest = null;
        mv = next;
    }

    @Override public void visitLocalVariable(String local, String descriptor, String signature, Label start,
                                             Label end, int index) {
        handOn();
        super.visitLocalVariable(local, descriptor, signature, start, end, index);
    }

    @Override public void visitMaxs(int stack, int locals) {
        handOn();
        super.visitMaxs(stack, locals);
    }

    @Override public void visitInsn(int opcode) {
        register();
        super.visitInsn(opcode);
    }

    @Override public void visitIntInsn(int opcode, int operand) {
        register();
        super.visitIntInsn(opcode, operand);
    }

    @Override public void visitVarInsn(int opcode, int local) {
        register();
        super.visitVarInsn(opcode, local);
    }

    @Override public void visitTypeInsn(int opcode, String type) {
        register();
        super.visitTypeInsn(opcode, type);
    }

    @Override public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
        register();
        super.visitFieldInsn(opcode, owner, field, descriptor);
    }

    @Override public void visitMethodInsn(int opcode, String owner, String called, String descriptor,
                                          boolean isInterface) {
        register();
        super.visitMethodInsn(opcode, owner, called, descriptor, isInterface);
    }

    @Override public void visitInvokeDynamicInsn(String called, String descriptor, Handle bootstrap,
                                                 Object... arguments) {
        register();
        super.visitInvokeDynamicInsn(called, descriptor, bootstrap, arguments);
    }

    @Override public void visitJumpInsn(int opcode, Label label) {
        register();
        super.visitJumpInsn(opcode, label);
    }

    @Override public void visitLdcInsn(Object value) {
        register();
        super.visitLdcInsn(value);
    }

    @Override public void visitIincInsn(int local, int increment) {
        register();
        super.visitIincInsn(local, increment);
    }

    @Override public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
        register();
        super.visitTableSwitchInsn(min, max, otherwise, labels);
    }

    @Override public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
        register();
        super.visitLookupSwitchInsn(otherwise, keys, labels);
    }

    @Override public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        register();
        super.visitMultiANewArrayInsn(descriptor, dimensions);
    }
}
