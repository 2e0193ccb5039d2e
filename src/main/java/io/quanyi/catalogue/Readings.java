package io.quanyi.catalogue;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.RecordForm;
import io.quanyi.source.SourceFile;
import io.quanyi.source.Tree;
import io.quanyi.source.YamlReader;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The chosen interpretations of ambiguous clauses, of all programmes, by id. */
public final class Readings {

    /** The file. */
    record ReadingsDocument(List<Reading> readings) {}

    private final SortedMap<String, Reading> byId;

    private Readings(SortedMap<String, Reading> byId) {
        this.byId = byId;
    }

    /** The members of the file. */
    public static List<RecordForm.Member> form() {
        return RecordForm.of(ReadingsDocument.class);
    }

    /** Reads the file; null, with the faults added, if it has faults. */
    public static @Nullable Readings read(SourceFile file, Faults faults) {
        Tree tree = YamlReader.read(file, faults);
        ReadingsDocument document = tree == null ? null : new RecordBinder(faults).bind(tree, ReadingsDocument.class);
        if (document == null) {
            return null;
        }
        SortedMap<String, Reading> byId = new TreeMap<>();
        for (Reading reading : document.readings()) {
            if (byId.putIfAbsent(reading.id(), reading) != null) {
                faults.add(Fault.at(Position.of(file.path()), "duplicate-id", reading.id()));
            }
        }
        for (Reading reading : byId.values()) {
            Objects.requireNonNullElse(reading.contradicts(), List.<String>of()).stream()
                    .filter(other -> !byId.containsKey(other))
                    .forEach(other -> faults.add(
                            Fault.at(Position.of(file.path()), "unknown-contradiction", reading.id(), other)));
        }
        return new Readings(byId);
    }

    /** The reading with an id; null if there is none. */
    public @Nullable Reading reading(String id) {
        return byId.get(id);
    }

    /** All readings, by id. */
    public Collection<Reading> all() {
        return byId.values();
    }
}
