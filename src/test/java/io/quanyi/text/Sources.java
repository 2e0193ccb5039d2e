package io.quanyi.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The texts of the main sources: what they say in quotes, and to whom. */
final class Sources {

    private static final Path FOLDER = Path.of("src", "main", "java");
    private static final Pattern CODE = Pattern.compile("\"([a-z][a-z0-9]*(?:-[a-z0-9]+)+)\"");
    private static final Pattern FAULT = Pattern.compile(
            "(?:Fault\\.at|new Fault|\\bfault|\\.say|\\.report|\\.lost)\\((?<call>[^;]*?" + CODE.pattern() + ")");

    private Sources() {}

    /** Every quoted code. */
    static Set<String> codes() {
        return all().flatMap(text -> matches(CODE, text, 1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The string literals that have the form of a code. */
    static Set<String> quoted() {
        return all().flatMap(text -> matches(Pattern.compile("\"([a-z0-9-]+)\""), text, 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every code that a fault is made with, as far as it stands in the call, and every word for what is refused. */
    static Set<String> faults() {
        Set<String> faults =
                all().flatMap(text -> matches(FAULT, text, 2)).collect(Collectors.toCollection(TreeSet::new));
        matches(CODE, read(FOLDER.resolve("io/quanyi/policy/reading/DrlRefusals.java")), 1)
                .forEach(faults::add);
        codes().stream().filter(code -> code.startsWith("refused-")).forEach(faults::add);
        matches(
                        Pattern.compile("\\badd\\((?!new Warning)[^;]*?" + CODE.pattern()),
                        read(FOLDER.resolve("io/quanyi/decision/request/check/Contradictions.java")),
                        1)
                .forEach(faults::add);
        return faults;
    }

    /** Every code that stands first in such a call. */
    static Set<String> firstIn(String call) {
        Pattern pattern = Pattern.compile("\\b" + call + "\\(\\s*" + CODE.pattern());
        return all().flatMap(text -> matches(pattern, text, 1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> matches(Pattern pattern, String text, int group) {
        Matcher matcher = pattern.matcher(text);
        Stream.Builder<String> found = Stream.builder();
        while (matcher.find()) {
            found.add(matcher.group(group));
        }
        return found.build();
    }

    private static Stream<String> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".java")).map(Sources::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
