package ashlar.refinement.mutate.operators;

import ashlar.refinement.mutate.operators.Family.Pair;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.pitest.reloc.asm.tree.AbstractInsnNode;
import org.pitest.reloc.asm.tree.LabelNode;
import org.pitest.reloc.asm.tree.LookupSwitchInsnNode;
import org.pitest.reloc.asm.tree.MethodInsnNode;
import org.pitest.reloc.asm.tree.TableSwitchInsnNode;

/// Two constants of one family change places as labels of the cases of a switch.
record WrongCase(Code code, Families families) {

    /// A switch, whichever instruction it is.
    private record Cases(LabelNode otherwise, Map<Integer, LabelNode> targets) {
        static Optional<Cases> of(AbstractInsnNode node) {
            Map<Integer, LabelNode> targets = new TreeMap<>();
            LabelNode otherwise;
            switch (node) {
                case LookupSwitchInsnNode s -> {
                    for (int i = 0; i < s.keys.size(); i++) targets.put(s.keys.get(i), s.labels.get(i));
                    otherwise = s.dflt;
                }
                case TableSwitchInsnNode s -> {
                    for (int i = 0; i < s.labels.size(); i++) targets.put(s.min + i, s.labels.get(i));
                    otherwise = s.dflt;
                }
                default -> {
                    return Optional.empty();
                }
            }
            targets.values().removeIf(otherwise::equals);
            return Optional.of(new Cases(otherwise, targets));
        }

        LabelNode target(int key) {
            return targets.getOrDefault(key, otherwise);
        }

        LookupSwitchInsnNode swapped(int one, int two) {
            Map<Integer, LabelNode> swapped = new TreeMap<>(targets);
            swapped.put(one, target(two));
            swapped.put(two, target(one));
            int[] keys = swapped.keySet().stream().mapToInt(Integer::intValue).toArray();
            return new LookupSwitchInsnNode(otherwise, keys, swapped.values().toArray(LabelNode[]::new));
        }
    }

    Stream<Edit> edits() {
        return code.all(AbstractInsnNode.class)
            .flatMap(node -> Cases.of(node.node()).stream().flatMap(cases -> edits(node.at(), cases)));
    }

    private Stream<Edit> edits(int at, Cases cases) {
        return family(at, cases).stream().flatMap(f -> cases.targets.keySet().stream()
            .flatMap(key -> f.next(key).stream())
            .filter(pair -> isDifferent(cases, pair) && !isSwappedAlready(cases, f, pair))
            .map(pair -> edit(at, pair)));
    }

    /// Whether, in a family of two, the other of the two has a case of its own and comes first.
    private static boolean isSwappedAlready(Cases cases, Family family, Pair pair) {
        return family.members().size() == 2 && family.members().getFirst() == pair.wrong()
            && cases.targets.containsKey((Integer) pair.wrong().value);
    }

    private static boolean isDifferent(Cases cases, Pair pair) {
        return !cases.target((Integer) pair.right().value).equals(cases.target((Integer) pair.wrong().value));
    }

    private static Edit edit(int at, Pair pair) {
        int key = (Integer) pair.right().value;
        return new Edit(at, "CASE_" + key, "case " + pair + " and the reverse", (list, nodes) -> {
            Cases cases = Cases.of(nodes.get(at)).orElseThrow();
            list.set(nodes.get(at), cases.swapped(key, (Integer) pair.wrong().value));
        });
    }

    private Optional<Family> family(int at, Cases cases) {
        List<Integer> keys = List.copyOf(cases.targets.keySet());
        Optional<Family> ofField = at > 0 && code.get(at - 1) instanceof MethodInsnNode call
            ? families.returned(call) : Optional.empty();
        return ofField.or(() -> keys.stream().findFirst().flatMap(key -> families.own(code.owner(), key)))
            .filter(f -> keys.stream().allMatch(f::has));
    }
}
