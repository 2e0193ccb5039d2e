package io.quanyi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of documentation in Markdown.
 *
 * @param path where it is, from the root of the project
 * @param text its content
 */
record DocPage(Path path, String text) {

    private static final String CHINESE = ".zh-CN.md";

    private static final Pattern FENCE = Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern HEADING = Pattern.compile("^(#+) (.*)$", Pattern.MULTILINE);
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\"></a>");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)]+)\\)");

    private static final Pattern LABEL = Pattern.compile("!?\\[([^\\]]*)]\\([^)]*\\)");
    private static final Pattern QUOTED = Pattern.compile("“[^”\n]*”");

    /** Placeholders such as {@code PROGRAMME}, and words of Chinese, stand for the same thing in both languages. */
    private static final Pattern TRANSLATED = Pattern.compile("\\b[A-Z]{2,}\\b|\\p{IsHan}+");

    private static final Set<String> TYPED = Set.of("sh", "yaml", "drl");

    static DocPage read(Path path) {
        try {
            return new DocPage(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All pages directly in a folder. */
    static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isChinese() {
        return path.toString().endsWith(CHINESE);
    }

    /** Where the page is in the other language. */
    Path otherLanguage() {
        String name = path.getFileName().toString();
        return path.resolveSibling(isChinese() ? name.replace(CHINESE, ".md") : name.replace(".md", CHINESE));
    }

    /** The depths of the headings, in their order. */
    List<Integer> headings() {
        return HEADING.matcher(prose())
                .results()
                .map(heading -> heading.group(1).length())
                .toList();
    }

    /** The anchors that links may name behind a {@code #}: those that GitHub derives from headings, and those that the page states. */
    Set<String> anchors() {
        Stream<String> derived = HEADING.matcher(prose())
                .results()
                .map(heading -> heading.group(2)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{M}\\p{N} _-]", "")
                        .replace(' ', '-'));
        Stream<String> named = ANCHOR.matcher(prose()).results().map(anchor -> anchor.group(1));
        return Stream.concat(derived, named).collect(Collectors.toSet());
    }

    /** Commands, settings, members, codes: whatever is set as code within a sentence. */
    Set<String> names() {
        return CODE.matcher(prose())
                .results()
                .map(code -> TRANSLATED.matcher(code.group(1)).replaceAll("_"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The blocks that a reader copies, without their comments. */
    List<String> blocks() {
        return FENCE.matcher(text)
                .results()
                .filter(block -> TYPED.contains(block.group(1)))
                .map(block -> block.group(2).replaceAll("\\s+#.*", "").replace("zh-CN", "en"))
                .toList();
    }

    /** Where links within the project lead, from the page's folder; code may look like a link and is none. */
    Set<String> links() {
        return LINK.matcher(CODE.matcher(prose()).replaceAll("``"))
                .results()
                .map(link -> link.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The pages and files that are linked, whatever the language. */
    Set<String> linkedFiles() {
        return links().stream()
                .map(link -> link.replaceFirst("#.*", "").replace(".zh-CN.", "."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The lines and cells of text as a reader sees them: a link is what is shown of it; code and quoted words are left out. */
    List<String> sentences() {
        String shown = QUOTED.matcher(CODE.matcher(prose()).replaceAll("{}")).replaceAll("“”");
        // Markdown needs a blank behind what is bold up to a full stop
        return ANCHOR.matcher(LABEL.matcher(shown).replaceAll("$1"))
                .replaceAll("")
                .replace("。** ", "。")
                .replaceAll("[*\\\\]|<!--.*-->", "")
                .lines()
                .flatMap(line -> Stream.of(line.split("\\|", -1)))
                .map(String::strip)
                .toList();
    }

    private String prose() {
        return FENCE.matcher(text).replaceAll("");
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
