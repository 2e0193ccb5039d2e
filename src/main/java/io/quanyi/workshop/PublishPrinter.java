package io.quanyi.workshop;

import io.quanyi.text.Punctuation;
import io.quanyi.wire.ProblemError;
import io.quanyi.workshop.RemoteService.NoReply;
import io.quanyi.workshop.RemoteService.Reply;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Says what a service made of what was sent to it. */
final class PublishPrinter {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    /** What has words of its own, because something can be done about it. */
    private static final Set<Integer> KNOWN = Set.of(401, 403, 404, 409, 412, 413, 428, 503);

    private static final int NOT_HOLDING = 422;

    private final RulesFolder rules;
    private final Voice voice;
    private final ServiceAddress address;

    PublishPrinter(RulesFolder rules, Voice voice, ServiceAddress address) {
        this.rules = rules;
        this.voice = voice;
        this.address = address;
    }

    /** What a program is told of a service that did not publish. */
    record Refusal(@Nullable Integer status, String message) {}

    /** It is published, or could be; the exit status. */
    int published(Reply reply) {
        JsonNode answer = json(reply);
        JsonNode release = answer.path("release");
        if (!release.isObject()) {
            return refused(reply);
        }
        if (voice.isJson()) {
            voice.json(answer);
            return 0;
        }
        voice.say(
                "publish." + outcome(answer),
                text(release, "number"),
                text(release, "policy"),
                text(release, "catalogue"),
                text(release, "calendars"),
                text(release, "effectiveFrom"));
        answer.path("replaces").forEach(this::replaced);
        answer.path("checked").path("notCompared").forEach(one -> voice.out().println("! " + text(one, "message")));
        impact(answer.path("impact"));
        return 0;
    }

    private static String outcome(JsonNode answer) {
        if (!answer.path("published").asBoolean(false)) {
            return "tried";
        }
        return answer.path("repeated").asBoolean(false) ? "repeated" : "done";
    }

    private void replaced(JsonNode line) {
        String from = text(line, "from");
        String to = text(line, "to");
        String span;
        if (to.isEmpty()) {
            span = from.isEmpty() ? voice.text("publish.always") : voice.text("publish.from", from);
        } else {
            span = from.isEmpty() ? voice.text("publish.until", to) : voice.text("publish.between", from, to);
        }
        String instead = text(line, "instead");
        String said =
                instead.isEmpty() ? voice.text("publish.first", span) : voice.text("publish.replaces", instead, span);
        String past = line.path("past").asBoolean(false) ? " " + voice.text("publish.past") : "";
        voice.out().println(said + past);
    }

    private void impact(JsonNode impact) {
        if (!impact.isObject()) {
            return;
        }
        JsonNode sentences = impact.path("sentences");
        JsonNode notCompared = impact.path("notCompared");
        if (sentences.isEmpty() && !notCompared.isEmpty()) {
            voice.say("publish.not-compared", text(impact, "combinations"));
        } else if (sentences.isEmpty()) {
            voice.say("publish.no-change", text(impact, "combinations"));
        } else {
            voice.say("publish.changes", text(impact, "changed"), text(impact, "combinations"));
        }
        int number = 1;
        for (JsonNode sentence : sentences) {
            voice.out().println("  " + number++ + ". " + text(sentence, "text"));
        }
        for (JsonNode definition : impact.path("definitions")) {
            voice.out()
                    .println("  " + text(definition, "name") + colon() + defined(definition, "before") + " → "
                            + defined(definition, "after"));
        }
        notCompared.forEach(one -> voice.out().println("  ! " + text(one, "message")));
    }

    private String colon() {
        return Punctuation.of(voice.language()).colon();
    }

    private String defined(JsonNode definition, String side) {
        String said = text(definition, side);
        return said.isEmpty() ? voice.text("impact.undefined") : said;
    }

    /** Nothing is published; the exit status. */
    int refused(Reply reply) {
        JsonNode problem = json(reply);
        JsonNode errors = problem.path("errors");
        if (reply.status() == NOT_HOLDING && !errors.isEmpty()) {
            new FaultPrinter(rules, voice)
                    .tell(errors.valueStream().map(PublishPrinter::error).toList());
            return Quanyi.FAULTY;
        }
        String known = KNOWN.contains(reply.status())
                ? voice.text("publish.status." + reply.status(), address.base())
                : voice.text("publish.status", address.base(), reply.status());
        String detail = text(problem, "detail");
        complain(reply.status(), detail.isEmpty() ? known : known + "\n" + detail);
        return Quanyi.FAULTY;
    }

    /** Whether anything is published is not known. */
    void noReply(NoReply reason) {
        complain(null, voice.text("publish.no-reply", address.base(), voice.text("publish.reason." + reason.reason())));
    }

    private void complain(@Nullable Integer status, String message) {
        if (voice.isJson()) {
            voice.json(new Refusal(status, message));
        } else {
            voice.err().println(message);
        }
    }

    private static ProblemError error(JsonNode error) {
        return new ProblemError(
                text(error, "pointer"),
                text(error, "code"),
                text(error, "message"),
                error.hasNonNull("file") ? text(error, "file") : null,
                number(error.path("line")),
                number(error.path("column")));
    }

    private static @Nullable Integer number(JsonNode node) {
        return node.canConvertToInt() ? node.asInt() : null;
    }

    /** What is no JSON says nothing. */
    private static JsonNode json(Reply reply) {
        try {
            return MAPPER.readTree(reply.body());
        } catch (JacksonException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    /** Empty where there is none. */
    private static String text(JsonNode node, String member) {
        return safe(node.path(member).asString(""));
    }

    /** Without what a terminal would take for orders. */
    private static String safe(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "\uFFFD");
    }
}
