package ashlar.refinement.check;

import ashlar.refinement.api.Obligation;
import ashlar.refinement.api.Suite;
import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.lift.Classes;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The contracts of a suite.
/// @param byKernel those of a function on trial, by its key
/// @param alone    those of the specification alone, by the key of its function
record SuiteContracts(Map<String, Contract> byKernel, Map<String, List<Contract>> alone) {
    /// @throws Unsupported if an obligation that is to be a contract has not the form of one
    static SuiteContracts of(Suite suite, Classes classes) {
        Map<String, Contract> byKernel = new LinkedHashMap<>();
        Map<String, List<Contract>> alone = new LinkedHashMap<>();
        for (Class<?> c : suite.obligations()) {
            for (Method m : c.getDeclaredMethods()) {
                Obligation o = m.getAnnotation(Obligation.class);
                if (o == null || !o.contract()) continue;
                Contract made = Contract.of(m, suite, classes);
                Contract other = null;
                if (made.isAlone())
                    alone.computeIfAbsent(made.specification().get(), _ -> new ArrayList<>()).add(made);
                else other = byKernel.put(made.kernel().get(), made);
                if (other != null)
                    throw new Unsupported("two contracts of " + made.kernel().get() + ": " + m + " and "
                        + other.obligation());
            }
        }
        return new SuiteContracts(byKernel, alone);
    }

    Stream<Contract> all() {
        return Stream.concat(byKernel.values().stream(), alone.values().stream().flatMap(List::stream));
    }

    /// The contract that the obligation is.
    Optional<Contract> of(Method obligation) {
        return all().filter(c -> c.obligation().equals(obligation)).findFirst();
    }

    /// The contracts of the specification alone with these names.
    /// @throws Unsupported if there is none of one of the names
    List<Contract> named(List<String> names) {
        List<Contract> named = new ArrayList<>();
        for (String name : names) {
            List<Contract> those = alone.values().stream().flatMap(List::stream)
                .filter(c -> c.obligation().getName().equals(name)).toList();
            if (those.size() != 1)
                throw new Unsupported(those.size() + " contracts of the specification are called " + name);
            named.addAll(those);
        }
        return named;
    }

    /// Which contracts the function with this key has, as a text.
    String of(String key) {
        String own = byKernel.containsKey(key) ? "contract" : "";
        return own + alone.getOrDefault(key, List.of()).stream().map(c -> " " + Claim.id(c.obligation()))
            .reduce("", String::concat);
    }
}
