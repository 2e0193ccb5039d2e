package io.quanyi.workshop.command;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.quanyi.text.ClosestWord;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import io.quanyi.text.Texts;
import io.quanyi.wire.WireFormat;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The output of a command: texts in the language of the call, in colour on a terminal; or JSON if the option {@code --json} is given,
 * because a program reads it.
 */
public final class Output {

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

    /** Whether the output is JSON. */
    public boolean isJson() {
        return json;
    }

    /** The language of the call. */
    public Language language() {
        return CallLanguage.of(command);
    }

    /** The instant of the call. */
    public Instant now() {
        return CallClock.of(command).instant();
    }

    /** The standard output. */
    public PrintWriter out() {
        return command.commandLine().getOut();
    }

    /** The standard error output. */
    public PrintWriter err() {
        return command.commandLine().getErr();
    }

    /** Prints a record or map as JSON. */
    public void json(Object answer) {
        out().println(JSON.writeValueAsString(answer));
    }

    /** A value as JSON on one line, such as a request to be sent. */
    public String line(Object value) {
        return LINE.writeValueAsString(value);
    }

    /** The members of a record, as JSON has them. */
    public Map<String, Object> members(Object value) {
        return LINE.convertValue(value, new TypeReference<>() {});
    }

    /** A value as indented JSON. */
    public String pretty(Object value) {
        return JSON.writeValueAsString(value);
    }

    /** The text {@code workshop.<code>} in the language of the call. */
    public String text(String code, Object... arguments) {
        return Texts.of(
                language(),
                "workshop." + code,
                Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** The text {@code workshop.<code>} about an unknown word, with the known one that may be meant. */
    public String unknown(String code, String word, Collection<String> known, Object... arguments) {
        return text(code, arguments)
                + ClosestWord.near(word, known)
                        .map(closest -> Texts.of(language(), "did-you-mean", List.of(closest)))
                        .orElse("");
    }

    /** Prints the text {@code workshop.<code>}. */
    public void say(String code, Object... arguments) {
        out().println(text(code, arguments));
    }

    /** The items with the separator of the language between them. */
    public String list(Collection<String> items) {
        return Punctuation.of(language()).list(List.copyOf(items));
    }

    /** The text in a style, if the terminal shows styles. */
    public String paint(Style style, String text) {
        return Ansi.AUTO.enabled() ? Style.on(style) + text + Style.off(style) : text;
    }

    /** The exception that ends an invalid call with a message. */
    public InvalidCall wrong(String message) {
        return new InvalidCall(command.commandLine(), message);
    }

    /** The exception that ends a call which lacks a parameter, at a position counted from 0. */
    public InvalidCall lacks(int position, String message) {
        return new InvalidCall(
                command.commandLine(),
                message,
                command.commandLine().getCommandSpec().positionalParameters().get(position));
    }
}
