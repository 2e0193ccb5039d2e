package io.quanyi.workshop;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import io.quanyi.text.Texts;
import io.quanyi.wire.WireFormat;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
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

    @Option(names = "--json")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    boolean isJson() {
        return json;
    }

    /** The language of the call. */
    Language language() {
        return SpokenLanguage.of(command);
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

    /** A list, as a part of a text. */
    String list(Collection<String> items) {
        return Punctuation.of(language()).list(List.copyOf(items));
    }

    /** A text in colour, where it will be seen. */
    String paint(Style style, String text) {
        return Ansi.AUTO.enabled() ? Style.on(style) + text + Style.off(style) : text;
    }

    /** Ends a call that makes no sense. */
    WrongCall wrong(String message) {
        return new WrongCall(command.commandLine(), message);
    }
}
