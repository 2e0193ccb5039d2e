package io.quanyi.workshop;

import io.quanyi.text.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.TypeConversionException;

/** The language that a call is answered in. It is known before the call is parsed, because a wrong call is answered in it, too. */
final class SpokenLanguage {

    static final String OPTION = "--language";

    private SpokenLanguage() {}

    /** The language that the call names; else Chinese where the system speaks it, else English. */
    static Language of(String... call) {
        List<String> words = Arrays.asList(call);
        for (int i = words.size() - 1; i >= 0; i--) {
            String word = words.get(i);
            String named = word.startsWith(OPTION + "=") ? word.substring(OPTION.length() + 1) : "";
            if (word.equals(OPTION) && i + 1 < words.size()) {
                named = words.get(i + 1);
            }
            Optional<Language> language = tagged(named);
            if (language.isPresent()) {
                return language.get();
            }
        }
        return ofSystem();
    }

    /** The language of the call that a command is a part of. */
    static Language of(CommandSpec command) {
        return command.root().userObject() instanceof Quanyi quanyi ? quanyi.language() : ofSystem();
    }

    private static Language ofSystem() {
        boolean chinese = Locale.getDefault().getLanguage().equals(Locale.CHINESE.getLanguage());
        return chinese ? Language.CHINESE : Language.ENGLISH;
    }

    private static Optional<Language> tagged(String tag) {
        return Arrays.stream(Language.values())
                .filter(language -> language.tag().equalsIgnoreCase(tag))
                .findFirst();
    }

    /** Reads the value of the option. */
    static final class Tag implements ITypeConverter<Language> {

        @Override
        public Language convert(String tag) {
            return tagged(tag).orElseThrow(() -> new TypeConversionException("no such language"));
        }
    }
}
