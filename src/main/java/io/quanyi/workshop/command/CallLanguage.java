package io.quanyi.workshop.command;

import io.quanyi.text.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.TypeConversionException;

/** Finds the language in which a call is answered. It is found before the call is parsed, because errors of parsing are told in it. */
public final class CallLanguage {

    /** The option that names the language. */
    public static final String OPTION = "--language";

    private CallLanguage() {}

    /** The root command, which knows the language of the call. */
    public interface Holder {

        /** The language of the call. */
        Language language();
    }

    /** The language that the call names; if it names none, Chinese on a Chinese system, else English. */
    public static Language of(String... call) {
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

    /** The language of the call to which a command belongs. */
    public static Language of(CommandSpec command) {
        return command.root().userObject() instanceof Holder holder ? holder.language() : ofSystem();
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

    /** Converts the value of the option. */
    public static final class Tag implements ITypeConverter<Language> {

        @Override
        public Language convert(String tag) {
            return tagged(tag).orElseThrow(() -> new TypeConversionException("no such language"));
        }
    }
}
