package io.quanyi.policy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.CatalogueReader;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A small programme for tests: its catalogue, and files of rules as its authors would write them. */
public final class DemoPolicy {

    public static final String PROGRAMME = "demo";
    public static final Catalogue CATALOGUE = catalogue();

    private static final String FOLDER = PROGRAMME + "/policy/1/";

    private DemoPolicy() {}

    /** A file with this text, stored as it is. */
    public static SourceFile file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public static SourceFile file(String name, byte[] bytes) {
        return new SourceFile(FOLDER + name, bytes);
    }

    /** A file with package, import and these rules. */
    public static SourceFile rules(String name, String... rules) {
        return file(name, text(name, rules));
    }

    public static String text(String name, String... rules) {
        String base = name.substring(0, name.lastIndexOf('.')).replace('-', '_');
        return "package demo." + base + "\n\nimport io.quanyi.facts.*\n"
                + "import static io.quanyi.servicetime.Target.*\n\n" + String.join("\n", rules);
    }

    public static String rule(String id, String when, String then) {
        return """
            rule "The norm of %s"
                @id(%s) @clause("1")
            when
                %s
            then
                %s
            end
            """.formatted(id, id, when, then);
    }

    /** A rule that inserts a grant. */
    public static String grant(String id, String when) {
        return rule(id, when, "insert(new Granted());");
    }

    /** Compiles what must be free of faults. */
    public static CompiledPolicy compile(SourceFile... files) {
        Faults faults = new Faults();
        CompiledPolicy policy =
                CompiledPolicy.compile(PROGRAMME, "1", new PolicyFiles(List.of(files)), CATALOGUE, faults);
        assertThat(faults.sorted()).isEmpty();
        return requireNonNull(policy);
    }

    /** All faults of the files. */
    public static List<Fault> faults(SourceFile... files) {
        Faults faults = new Faults();
        CompiledPolicy policy =
                CompiledPolicy.compile(PROGRAMME, "1", new PolicyFiles(List.of(files)), CATALOGUE, faults);
        assertThat(policy == null).as("refused as a whole").isEqualTo(!faults.isEmpty());
        return faults.sorted();
    }

    /** {@code line:column code}, as the tests write expected faults. */
    public static String brief(Fault fault) {
        return fault.position().line() + ":" + fault.position().column() + " " + fault.code();
    }

    /** The codes that the files are refused by. */
    public static List<String> codes(SourceFile... files) {
        return faults(files).stream().map(Fault::code).toList();
    }

    private static Catalogue catalogue() {
        try (InputStream stream = requireNonNull(DemoPolicy.class.getResourceAsStream("catalogue.yaml"))) {
            Faults faults = new Faults();
            Catalogue catalogue =
                    CatalogueReader.read(new SourceFile("demo/catalogue/1.yaml", stream.readAllBytes()), "1", faults);
            faults.throwIfAny();
            return requireNonNull(catalogue);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
