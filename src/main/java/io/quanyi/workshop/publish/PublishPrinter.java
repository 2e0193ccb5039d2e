package io.quanyi.workshop.publish;

import io.quanyi.text.DateTexts;
import io.quanyi.text.Punctuation;
import io.quanyi.wire.ProblemError;
import io.quanyi.workshop.command.FaultPrinter;
import io.quanyi.workshop.command.Output;
import io.quanyi.workshop.command.RulesFolder;
import io.quanyi.workshop.command.TerminalText;
import io.quanyi.workshop.command.WorkshopCommand;
import io.quanyi.workshop.publish.RemoteService.NoReply;
import io.quanyi.workshop.publish.RemoteService.Reply;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi.Style;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Prints the answer of a service to a draft that was sent to it. */
final class PublishPrinter {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    /** The statuses that have a text of their own, because the user can do something about them. */
    private static final Set<Integer> KNOWN = Set.of(401, 403, 404, 409, 412, 413, 428, 503);

    private static final int REFUSED = 422;

    private static final String LATER_UNDECIDED = "later-releases-undecided";

    private final RulesFolder rules;
    private final Output output;
    private final ServiceAddress address;

    PublishPrinter(RulesFolder rules, Output output, ServiceAddress address) {
        this.rules = rules;
        this.output = output;
        this.address = address;
    }

    /** The refusal of a service as JSON. */
    record Refusal(@Nullable Integer status, String message) {}

    /** Prints a success, of a publication or of a dry run; returns the exit status. */
    int published(Reply reply) {
        JsonNode answer = json(reply);
        JsonNode release = answer.path("release");
        if (!release.isObject()) {
            return refused(reply);
        }
        if (output.isJson()) {
            output.json(answer);
            return 0;
        }
        release(answer);
        return 0;
    }

    /** Prints the success of a call that publishes calendars in all programmes; returns the exit status. */
    int calendars(Reply reply) {
        JsonNode answer = json(reply);
        JsonNode programmes = answer.path("programmes");
        if (programmes.isEmpty()) {
            return refused(reply);
        }
        if (output.isJson()) {
            output.json(answer);
            return 0;
        }
        output.say("publish.calendars-" + outcome(answer), text(answer, "calendars"), programmes.size());
        for (JsonNode programme : programmes) {
            output.out().println();
            output.out().println(output.paint(Style.bold, text(programme, "programme")));
            programme.path("releases").forEach(this::release);
        }
        return 0;
    }

    private void release(JsonNode answer) {
        JsonNode release = answer.path("release");
        output.say(
                "publish." + outcome(answer),
                text(release, "number"),
                text(release, "policy"),
                text(release, "catalogue"),
                text(release, "calendars"),
                instant(release, "effectiveFrom"));
        answer.path("replaces").forEach(this::replaced);
        answer.path("checked").path("notCompared").forEach(one -> output.out().println("! " + text(one, "message")));
        impact(answer.path("impact"));
        answer.path("changedCases").forEach(one -> output.out().println("  " + text(one, "message")));
        JsonNode later = answer.path("laterReleases");
        later.forEach(one -> output.out().println(text(one, "message")));
        if (!later.isEmpty() && text(later.path(0), "choice").isEmpty()) {
            output.say("publish.later-undecided");
        }
        for (JsonNode further : answer.path("further")) {
            output.out().println();
            release(further);
        }
    }

    private static String outcome(JsonNode answer) {
        if (!answer.path("published").asBoolean(false)) {
            return "tried";
        }
        return answer.path("repeated").asBoolean(false) ? "repeated" : "done";
    }

    private void replaced(JsonNode line) {
        String from = instant(line, "from");
        String to = instant(line, "to");
        String span;
        if (to.isEmpty()) {
            span = from.isEmpty() ? output.text("publish.always") : output.text("publish.from", from);
        } else {
            span = from.isEmpty() ? output.text("publish.until", to) : output.text("publish.between", from, to);
        }
        String instead = text(line, "instead");
        String said =
                instead.isEmpty() ? output.text("publish.first", span) : output.text("publish.replaces", instead, span);
        boolean past = line.path("past").asBoolean(false);
        output.out().println(past ? punctuation().beside(said, output.text("publish.past")) : said);
    }

    private void impact(JsonNode impact) {
        if (!impact.isObject()) {
            return;
        }
        JsonNode sentences = impact.path("sentences");
        JsonNode notCompared = impact.path("notCompared");
        boolean definitionsOnly = text(impact, "combinations").equals("0")
                && !impact.path("definitions").isEmpty();
        if (definitionsOnly) {
            output.say("publish.definitions");
        } else if (sentences.isEmpty() && !notCompared.isEmpty()) {
            output.say("publish.not-compared", text(impact, "combinations"));
        } else if (sentences.isEmpty()) {
            output.say("publish.no-change", text(impact, "combinations"));
        } else {
            output.say("publish.changes", text(impact, "changed"), text(impact, "combinations"));
        }
        int number = 1;
        for (JsonNode sentence : sentences) {
            output.out().println("  " + number++ + ". " + text(sentence, "text"));
        }
        for (JsonNode definition : impact.path("definitions")) {
            output.out()
                    .println("  " + text(definition, "name") + colon() + defined(definition, "before") + " → "
                            + defined(definition, "after"));
        }
        notCompared.forEach(one -> output.out().println("  ! " + text(one, "message")));
    }

    private String colon() {
        return punctuation().colon();
    }

    private Punctuation punctuation() {
        return Punctuation.of(output.language());
    }

    /** The instant of a member with its offset, as a person reads it; its text if it is no instant. */
    private String instant(JsonNode node, String member) {
        String text = text(node, member);
        try {
            OffsetDateTime instant = OffsetDateTime.parse(text);
            String offset = "UTC" + instant.getOffset().getId().replace("Z", "");
            return punctuation().beside(new DateTexts(output.language()).instant(instant), offset);
        } catch (DateTimeParseException e) {
            return text;
        }
    }

    private String defined(JsonNode definition, String side) {
        String said = text(definition, side);
        return said.isEmpty() ? output.text("impact.undefined") : said;
    }

    /** Prints a refusal; returns the exit status. */
    int refused(Reply reply) {
        JsonNode problem = json(reply);
        JsonNode errors = problem.path("errors");
        if (reply.status() == REFUSED && !errors.isEmpty()) {
            new FaultPrinter(rules, output)
                    .print(errors.valueStream().map(PublishPrinter::error).toList());
            if (text(problem, "code").equals(LATER_UNDECIDED) && !output.isJson()) {
                output.err().println(output.text("publish.later-undecided"));
            }
            return WorkshopCommand.FAULTY;
        }
        String known = KNOWN.contains(reply.status())
                ? output.text("publish.status." + reply.status(), address.base())
                : output.text("publish.status", address.base(), reply.status());
        String detail = text(problem, "detail");
        complain(reply.status(), detail.isEmpty() ? known : known + "\n" + detail);
        return WorkshopCommand.FAULTY;
    }

    /** Prints that the service gave no answer, so that it is unknown whether the draft is published. */
    void noReply(NoReply reason) {
        String why = output.text("publish.reason." + reason.reason());
        complain(null, output.text("publish.no-reply", address.base(), why));
    }

    private void complain(@Nullable Integer status, String message) {
        if (output.isJson()) {
            output.json(new Refusal(status, message));
        } else {
            output.err().println(message);
        }
    }

    private static ProblemError error(JsonNode error) {
        return new ProblemError(
                text(error, "pointer"),
                text(error, "code"),
                text(error, "message"),
                error.hasNonNull("file") ? text(error, "file") : null,
                number(error.path("line")),
                number(error.path("column")),
                error.path("known").valueStream().map(JsonNode::asString).toList());
    }

    private static @Nullable Integer number(JsonNode node) {
        return node.canConvertToInt() ? node.asInt() : null;
    }

    /** The body as JSON; an empty object if it is none. */
    private static JsonNode json(Reply reply) {
        try {
            return MAPPER.readTree(reply.body());
        } catch (JacksonException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    /** The text of a member without control characters; empty if there is none. */
    private static String text(JsonNode node, String member) {
        return TerminalText.safe(node.path(member).asString(""));
    }
}
