package io.quanyi.catalogue;

import io.quanyi.catalogue.CatalogueDocument.CodeEntry;
import io.quanyi.facts.Domain;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Scalar;
import io.quanyi.text.BilingualText;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The codes that a catalogue declares with their names, beside those that every programme has. */
final class DeclaredCodes {

    private final Faults faults;

    private DeclaredCodes(Faults faults) {
        this.faults = faults;
    }

    /** The names of the declared codes, by id, by kind. */
    static Map<Domain, Map<String, BilingualText>> of(List<CodeEntry> entries) {
        Map<Domain, Map<String, BilingualText>> declared = new EnumMap<>(Domain.class);
        for (CodeEntry entry : entries) {
            declared.computeIfAbsent(kind(entry.kind()), first -> new LinkedHashMap<>())
                    .put(entry.id(), entry.names());
        }
        declared.replaceAll((kind, names) -> Collections.unmodifiableMap(names));
        return Collections.unmodifiableMap(declared);
    }

    private static Domain kind(String written) {
        return Catalogue.codeKinds().stream()
                .filter(kind -> kind.code().equals(written))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(written));
    }

    /** The ids that every programme has of a kind, then the declared ones. */
    static Set<String> withBuiltIn(Domain kind, Set<String> declared) {
        Set<String> all = new LinkedHashSet<>(builtIn(kind));
        all.addAll(declared);
        return Collections.unmodifiableSet(all);
    }

    private static Set<String> builtIn(Domain kind) {
        return Objects.requireNonNull(kind.fixed(), kind.name());
    }

    /** Adds a fault for every declared code that every programme has, or that no request could name. */
    static void check(Tree document, Faults faults) {
        DeclaredCodes codes = new DeclaredCodes(faults);
        CatalogueReferences.trees(document, "codes", "*")
                .forEach(entry -> CatalogueReferences.scalars(entry, "kind")
                        .forEach(kind -> CatalogueReferences.scalars(entry, "id")
                                .forEach(id -> codes.check(id, kind(kind.text())))));
    }

    private void check(Scalar id, Domain kind) {
        if (builtIn(kind).contains(id.text())) {
            refuse(id, "code-built-in", Fault.text(kind.textCode()), id.text());
        }
        if (kind == Domain.LANGUAGE && !isTag(id.text())) {
            refuse(id, "language-tag", id.text());
        }
    }

    /** Whether it is a language tag of BCP 47, as requests ask for a language. */
    private static boolean isTag(String written) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(written).build();
            return !locale.getLanguage().isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    private void refuse(Scalar place, String code, Object... arguments) {
        faults.add(Fault.at(place.position(), code, arguments));
    }
}
