package io.quanyi.workshop.scaffold;

import io.quanyi.text.Language;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A plan or a service of a new programme, as a call names it: {@code gold=Gold support}, or a name from which the id is made.
 *
 * @param id its id
 * @param name its name in the language of the document, or the end of the code of a hint that asks for it
 * @param stated whether the call states the name
 * @param inNext whether the next entry contains this one, which only plans do
 */
public record StatedName(String id, String name, boolean stated, boolean inNext) {

    private static final Pattern ENTRY = Pattern.compile("([^,，<]+)([,，<]|$)");

    /** The entry whose name the author still fills in. */
    static StatedName unnamed(String id, String hint, boolean inNext) {
        return new StatedName(id, hint, false, inNext);
    }

    /** An entry whose name is known. */
    public static StatedName named(String id, String name) {
        return new StatedName(id, name, true, false);
    }

    /**
     * The entries of a list, such as {@code free, silver < gold}.
     *
     * @return null if an entry has no id, and none can be made from its name, or if two have the same
     */
    static @Nullable List<StatedName> list(String written) {
        List<StatedName> entries = new ArrayList<>();
        for (Matcher entry = ENTRY.matcher(written); entry.find(); ) {
            String[] parts = entry.group(1).strip().split("\\s*=\\s*", 2);
            String id = parts.length == 2 ? parts[0] : id(parts[0]);
            entries.add(new StatedName(
                    id, parts[parts.length - 1], true, entry.group(2).equals("<")));
        }
        boolean different = entries.stream().map(StatedName::id).distinct().count() == entries.size();
        boolean named = entries.stream().noneMatch(entry -> entry.id().isEmpty());
        return different && named && !entries.isEmpty() ? entries : null;
    }

    /** The id that is made from a name: {@code screen-shares} from Screen shares; empty if the name has no Latin letters. */
    public static String id(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "");
        String id = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^[-0-9]+|-+$", "");
        boolean foreign =
                plain.codePoints().anyMatch(letter -> Character.isLetter(letter) && (letter < 'a' || letter > 'z'));
        return foreign ? "" : id;
    }

    /** The names in YAML: the one that is stated, and hints in the other languages. */
    public String names(Language document, Set<Language> languages) {
        return languages.stream()
                .map(language -> language.tag() + ": "
                        + (stated && language == document
                                ? "'" + name.replace("'", "''") + "'"
                                : RuleTemplate.hint(stated ? "name.other" : "name." + name, language, id)))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }
}
