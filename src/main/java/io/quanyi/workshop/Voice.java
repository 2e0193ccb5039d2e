package io.quanyi.workshop;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import io.quanyi.wire.WireFormat;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How a command speaks: to a person, in one of the languages and in colour on a terminal; or to a program. */
final class Voice {

    private static final JsonMapper LINE = JsonMapper.builder()
            .addModule(new WireFormat())
            .changeDefaultPropertyInclusion(include -> include.withValueInclusion(Include.NON_NULL))
            .build();

    private static final JsonMapper JSON =
            LINE.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Option(names = "--json", description = "Answer in JSON, for programs.")
    private boolean json;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            converter = Tag.class,
            description = "zh-CN or en (default: the system's, if it is one of them, else en).")
    private @Nullable Language language;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    boolean isJson() {
        return json;
    }

    /** The language asked for; else Chinese for whoever's system speaks it, else English. */
    Language language() {
        boolean chinese = Locale.getDefault().getLanguage().equals(Locale.CHINESE.getLanguage());
        return Objects.requireNonNullElse(language, chinese ? Language.CHINESE : Language.ENGLISH);
    }

    PrintWriter out() {
        return command.commandLine().getOut();
    }

    PrintWriter err() {
        return command.commandLine().getErr();
    }

    /** Says what a program reads. */
    void json(Object answer) {
        out().println(JSON.writeValueAsString(answer));
    }

    /** JSON on one line, such as a request to be sent. */
    String line(Object value) {
        return LINE.writeValueAsString(value);
    }

    /** JSON as a person reads it. */
    String pretty(Object value) {
        return JSON.writeValueAsString(value);
    }

    /** A text of the command line's, in the language spoken. */
    String text(String code, Object... arguments) {
        return Texts.of(
                language(),
                "workshop." + code,
                Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** Says a text of the command line's to a person. */
    void say(String code, Object... arguments) {
        out().println(text(code, arguments));
    }

    /** A text in colour, where it will be seen. */
    String paint(Style style, String text) {
        return Ansi.AUTO.enabled() ? Style.on(style) + text + Style.off(style) : text;
    }

    private static final class Tag implements ITypeConverter<Language> {

        @Override
        public Language convert(String tag) {
            return Arrays.stream(Language.values())
                    .filter(language -> language.tag().equalsIgnoreCase(tag))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("there are: "
                            + List.of(Language.values()).stream()
                                    .map(Language::tag)
                                    .toList()));
        }
    }

    /** Ends a call that makes no sense. */
    CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(command.commandLine(), message);
    }
}
