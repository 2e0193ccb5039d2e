package io.quanyi.checks;

import io.quanyi.policy.SharedPolicy;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.RecordForm;
import io.quanyi.source.SourceFile;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Kind;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.Tree.Scalar;
import io.quanyi.source.YamlReader;
import io.quanyi.text.Language;
import io.quanyi.text.TranslatedText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file of cases, in the folder of the rules that they test. */
public record CaseFile(String path, List<Case> cases) {

    /** The end of the name of such a file. */
    public static final String SUFFIX = ".cases.yaml";

    /** The file as written. */
    record Document(@Nullable Map<String, Fixture> fixtures, List<Entry> cases) {}

    /** A subscription that several cases share. */
    record Fixture(Tree subscription) {}

    /** One case as written. */
    record Entry(
            Tree name,
            @Nullable String en,
            @Nullable String zh,
            @Nullable String note,
            @Nullable String given,
            @Nullable Tree subscription,
            @Nullable Tree release,
            @Nullable List<String> openings,
            Tree question,
            Tree expect,
            @Nullable List<String> fires,
            @Nullable List<String> silent) {}

    /** The members of the file. */
    public static List<RecordForm.Member> form() {
        return RecordForm.of(Document.class);
    }

    /** Reads the file; faults are added, and cases with a fault left out. */
    public static CaseFile read(SourceFile file, String programme, Faults faults) {
        Tree tree = YamlReader.read(file, faults);
        Document document = tree == null ? null : new RecordBinder(faults).bind(tree, Document.class);
        List<Case> cases = new ArrayList<>();
        if (document != null) {
            for (Entry entry : document.cases()) {
                Case made = made(entry, document, programme, faults);
                if (made != null) {
                    cases.add(made);
                }
            }
        }
        return new CaseFile(file.path(), List.copyOf(cases));
    }

    /** The cases with the ids and clauses of a programme that shares them. */
    CaseFile here(SharedPolicy shared) {
        return new CaseFile(
                path, cases.stream().map(asked -> asked.here(shared)).toList());
    }

    private static @Nullable Case made(Entry entry, Document document, String programme, Faults faults) {
        if (!(entry.name() instanceof Scalar scalar)) {
            faults.add(Fault.at(entry.name().position(), "wrong-type", Fault.text("type.text")));
            return null;
        }
        TranslatedText name = new TranslatedText(scalar.text(), glosses(entry));
        Tree subscription = entry.subscription();
        if (entry.given() != null) {
            Fixture fixture =
                    document.fixtures() == null ? null : document.fixtures().get(entry.given());
            if (fixture == null) {
                faults.add(Fault.at(entry.name().position(), "case-fixture-unknown", name, entry.given()));
                return null;
            }
            subscription = merged(fixture.subscription(), subscription);
        }
        if (!(entry.expect() instanceof Obj expect)) {
            faults.add(Fault.at(entry.expect().position(), "not-an-object"));
            return null;
        }
        Case made = new Case(
                name,
                entry.name().position(),
                entry.note(),
                request(programme, entry, subscription),
                entry.openings(),
                expect,
                entry.fires() == null ? List.of() : entry.fires(),
                entry.silent() == null ? List.of() : entry.silent());
        if (made.note() == null && AnswerComparison.containsTime(expect)) {
            faults.add(Fault.at(made.position(), "case-without-note", name));
        }
        return made;
    }

    private static Map<Language, String> glosses(Entry entry) {
        Map<Language, String> glosses = new EnumMap<>(Language.class);
        if (entry.en() != null) {
            glosses.put(Language.ENGLISH, entry.en());
        }
        if (entry.zh() != null) {
            glosses.put(Language.CHINESE, entry.zh());
        }
        return glosses;
    }

    private static Obj request(String programme, Entry entry, @Nullable Tree subscription) {
        Map<String, Tree> members = new LinkedHashMap<>();
        members.put("programme", new Scalar(entry.name().position(), Kind.TEXT, programme));
        if (entry.release() != null) {
            members.put("release", entry.release());
        }
        if (subscription != null) {
            members.put("subscription", subscription);
        }
        members.put("question", entry.question());
        return object(entry.name(), members);
    }

    /** The fixture with the members of the case added or replaced; a null removes a member. */
    private static Tree merged(Tree fixture, @Nullable Tree over) {
        if (!(fixture instanceof Obj base) || !(over instanceof Obj own)) {
            return over == null ? fixture : over;
        }
        Map<String, Tree> members = new LinkedHashMap<>(base.members());
        own.members().forEach((name, value) -> {
            Tree below = members.get(name);
            members.put(name, below == null ? value : merged(below, value));
        });
        return object(own, members);
    }

    private static Obj object(Tree place, Map<String, Tree> members) {
        Map<String, io.quanyi.source.Position> keys = new LinkedHashMap<>();
        members.forEach((name, value) -> keys.put(name, value.position()));
        return new Obj(place.position(), members, keys);
    }
}
