package ashlar.model.machine;

import static java.lang.constant.ConstantDescs.BSM_CLASS_DATA_AT;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes a class of blocks: a method that calls `execute` of one constant instruction after the other. The
/// JVM's own compiler inlines these calls and folds the fields of the records, so what runs is what the
/// interpreter runs.
final class RegionCompiler<P extends Processor> {
    private static final ClassDesc REGION = Region.class.describeConstable().orElseThrow();
    private static final ClassDesc CORE = Core.class.describeConstable().orElseThrow();
    private static final ClassDesc CODE = Code.class.describeConstable().orElseThrow();
    private static final ClassDesc PROCESSOR = Processor.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc RUN = MethodTypeDesc.of(CD_void, PROCESSOR, CORE);
    private static final ClassDesc NAME = ClassDesc.of("ashlar.model.machine.Blocks");
    private static final int CPU = 1;
    private static final int CORE_ARGUMENT = 2;
    private static final int BASE = 3;

    private final ClassDesc processor;
    private final Code<P> code;
    private final List<Object> constants = new ArrayList<>();
    private final Map<Integer, Label> blocks = new LinkedHashMap<>();
    private CodeBuilder out;
    private Label dispatch;
    private Label end;

    RegionCompiler(P cpu, Code<P> code) {
        this.processor = cpu.getClass().describeConstable().orElseThrow();
        this.code = code;
        constants.add(code);
    }

    /// @param starts the offsets of the blocks
    @SuppressWarnings("unchecked")
    Region<P> compile(List<Integer> starts) {
        byte[] bytes = ClassFile.of().build(NAME, c -> c.withSuperclass(REGION)
            .withMethodBody(INIT_NAME, MethodTypeDesc.of(CD_void), 0,
                b -> b.aload(0).invokespecial(REGION, INIT_NAME, MethodTypeDesc.of(CD_void)).return_())
            .withMethodBody("run", RUN, 0, b -> body(b, starts)));
        try {
            var hidden = MethodHandles.lookup().defineHiddenClassWithClassData(bytes, constants, true);
            return (Region<P>) hidden.lookupClass().getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("compiled code cannot be loaded", e);
        }
    }

    private void body(CodeBuilder builder, List<Integer> starts) {
        out = builder;
        dispatch = out.newLabel();
        end = out.newLabel();
        for (int start : starts) blocks.put(start, out.newLabel());
        out.aload(CPU).checkcast(processor).astore(CPU);
        loadPc().loadConstant(-(long) Code.PAGE).land().lstore(BASE);
        dispatch();
        blocks.forEach(this::block);
        out.labelBinding(end).return_();
    }

    private CodeBuilder loadPc() {
        return out.aload(CPU).getfield(processor, "pc", CD_long);
    }

    /// Goes on with the block at the pc, if there is one.
    private void dispatch() {
        List<SwitchCase> cases = blocks.entrySet().stream().sorted(Map.Entry.comparingByKey())
            .map(b -> SwitchCase.of(b.getKey(), b.getValue())).toList();
        out.labelBinding(dispatch);
        loadPc().loadConstant(-(long) Code.PAGE).land().lload(BASE).lcmp().ifne(end);
        loadPc().l2i().loadConstant(Code.PAGE - 1).iand().lookupswitch(end, cases);
    }

    private void block(int start, Label label) {
        List<Integer> offsets = code.block(start);
        out.labelBinding(label);
        count(offsets.size());
        for (int offset : offsets) execute(offset);
        int last = offsets.getLast();
        if (!code.step(last).endsBlock()) setPc(last + code.step(last).length());
        leave(last);
    }

    /// Counts a block, and does not begin it if there is not time for all of it.
    private void count(int instructions) {
        out.aload(CORE_ARGUMENT).getfield(CORE, "limit", CD_long)
            .aload(CORE_ARGUMENT).getfield(CORE, "executed", CD_long)
            .lsub().loadConstant((long) instructions).lcmp().iflt(end);
        out.aload(CORE_ARGUMENT).dup().getfield(CORE, "executed", CD_long)
            .loadConstant((long) instructions).ladd().putfield(CORE, "executed", CD_long);
    }

    private void execute(int offset) {
        Step<P> step = code.step(offset);
        setPc(offset);
        ClassDesc type = step.getClass().describeConstable().orElseThrow();
        out.loadConstant(constant(step, type)).aload(CPU)
            .invokevirtual(type, "execute", MethodTypeDesc.of(CD_void, processor));
    }

    private void setPc(int offset) {
        out.aload(CPU).lload(BASE).loadConstant((long) offset).ladd().putfield(processor, "pc", CD_long);
    }

    private DynamicConstantDesc<?> constant(Object value, ClassDesc type) {
        constants.add(value);
        return DynamicConstantDesc.ofNamed(BSM_CLASS_DATA_AT, "_", type, constants.size() - 1);
    }

    /// Goes straight to the blocks that control may go to; if it goes elsewhere, by the pc.
    private void leave(int last) {
        out.loadConstant(DynamicConstantDesc.ofNamed(BSM_CLASS_DATA_AT, "_", CODE, 0))
            .getfield(CODE, "isStale", CD_boolean).ifne(end);
        for (int next : Selection.successors(code, last)) {
            Label target = blocks.get(next);
            if (target == null) continue;
            loadPc().lload(BASE).loadConstant((long) next).ladd().lcmp().ifeq(target);
        }
        out.goto_(dispatch);
    }
}
