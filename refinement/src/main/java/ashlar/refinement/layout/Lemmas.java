package ashlar.refinement.layout;

import ashlar.refinement.heap.Heap;
import ashlar.refinement.layout.Memory.Run;
import ashlar.refinement.term.Sort;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import java.util.ArrayList;
import java.util.List;

/// The claims that make fields over words separate typed fields.
final class Lemmas {
    private final Terms terms;
    private final Memory memory;
    private final List<Field> fields;
    private final Places places;
    private final Heap before;
    private final List<Claim> claims = new ArrayList<>();

    Lemmas(Terms terms, Memory memory, List<Field> fields, Class<?> places) {
        this.terms = terms;
        this.memory = memory;
        this.fields = fields;
        this.places = new Places(terms, memory, places);
        this.before = memory.arbitrary("memory");
    }

    List<Claim> claims() {
        fields.forEach(this::claims);
        objectsAreApart();
        return claims;
    }

    private void claim(String text, List<Term> assumed, Term holds) {
        claims.add(new Claim(text, assumed, holds));
    }

    private void claims(Field f) {
        List<Term> keys = f.keys(terms, "key");
        Term value = terms.var("value", f.sort());
        Run read = memory.read(f, before, keys);
        Run write = memory.write(f, before, keys, value);
        isConfined(f.getter().getName(), f, keys, read);
        isConfined(f.setter().getName(), f, keys, write);
        readsBack(f, keys, value, write.heap());
        fits(f, keys, read.value());
        for (Field g : fields) leaves(f, keys, write.heap(), g);
    }

    private void isConfined(String method, Field f, List<Term> keys, Run run) {
        Term place = places.allow(f, keys);
        claim(method + " raises nothing", List.of(place), terms.not(run.raises()));
        for (var access : run.accesses()) {
            claim(method + " keeps to its object", List.of(place, access.reached()),
                places.cover(keys, access.addr()));
        }
    }

    private void readsBack(Field f, List<Term> keys, Term value, Heap written) {
        List<Term> elsewhere = f.keys(terms, "other key");
        Heap other = memory.write(f, memory.arbitrary("other memory"), elsewhere, value).heap();
        Term here = memory.read(f, written, keys).value();
        Term there = memory.read(f, other, elsewhere).value();
        claim(f.name() + " reads back what was stored",
            List.of(places.allow(f, keys), places.allow(f, elsewhere)), terms.eq(here, there));
    }

    private void fits(Field f, List<Term> keys, Term value) {
        Heap again = memory.write(f, before, keys, value).heap();
        claim(f.name() + " can hold what is read from it", List.of(places.allow(f, keys)),
            terms.eq(memory.read(f, again, keys).value(), value));
    }

    /// Of one object only: what a store touches in another is none of its own words.
    private void leaves(Field f, List<Term> keys, Heap written, Field g) {
        List<Term> elsewhere = new ArrayList<>(places.object(keys));
        elsewhere.addAll(places.indices(g.keys(terms, "other key")));
        Term differ = f.equals(g) ? terms.not(same(keys, elsewhere)) : terms.tru();
        claim(f.setter().getName() + " leaves " + g.name() + (f.equals(g) ? " elsewhere" : ""),
            List.of(places.allow(f, keys), places.allow(g, elsewhere), differ),
            terms.eq(memory.read(g, written, elsewhere).value(), memory.read(g, before, elsewhere).value()));
    }

    private Term same(List<Term> a, List<Term> b) {
        List<Term> equal = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) equal.add(terms.eq(a.get(i), b.get(i)));
        return terms.and(equal);
    }

    private void objectsAreApart() {
        Field f = fields.getFirst();
        List<Term> a = f.keys(terms, "key");
        List<Term> b = f.keys(terms, "other key");
        Term addr = terms.var("addr", Sort.bits(64));
        claim("objects cover different words",
            List.of(places.allow(f, a), places.allow(f, b), places.cover(a, addr), places.cover(b, addr)),
            same(places.object(a), places.object(b)));
    }
}
