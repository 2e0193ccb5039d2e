package io.quanyi.workshop.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.Tree;
import io.quanyi.wire.JsonReader;
import io.quanyi.workshop.CommandLineRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request is explained at the command line, to a person and to a program. */
class ExplainCommandTests {

    private static final Path SHIPPED = Path.of("rules");

    private static final String FEEDBACK = """
            { "programme": "kingdee-galaxy-public",
              "subscription": { "plan": "preferred", "product": "星空", "deployment": "public-cloud",
                "serviceStart": "2026-01-01", "serviceEnd": "2026-12-31" },
              "question": { "service": "issue-feedback", "at": "2026-11-20T16:00:00+08:00" } }
            """;

    /** The same about no instant. */
    private static final String OPEN = FEEDBACK.replace(", \"at\": \"2026-11-20T16:00:00+08:00\"", "");

    @TempDir
    private Path folder;

    @Test
    void theAnswerComesFirst() throws IOException {
        CommandLineRun run = explain(FEEDBACK);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .startsWith("entitled: Issue feedback for a customer of plan Preferred (")
                .contains("due Mon 2026-11-23 16:00", "Sat 2026-11-21 – Sun 2026-11-22: weekend", "GAL-FB-02 · In ");
        assertThat(run.out().indexOf("How time was counted"))
                .isPositive()
                .isLessThan(run.out().indexOf("Basis of each part"))
                .isLessThan(run.out().indexOf("Rules that apply"))
                .isLessThan(run.out().indexOf("fell short by one condition"));
    }

    @Test
    void aChinesePersonIsToldInChinese() throws IOException {
        CommandLineRun run = CommandLineRun.in(Locale.CHINA, "explain", file(FEEDBACK), "--rules", SHIPPED);
        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("享有：").contains("计时过程", "2026-11-23（周一）16:00", "周末");
    }

    @Test
    void aProgramIsToldInJson() throws IOException {
        CommandLineRun run = explain(FEEDBACK, "--json");
        assertThat(run.status()).isZero();
        assertThat(JsonReader.read(run.out().getBytes(StandardCharsets.UTF_8))).isInstanceOf(Tree.Obj.class);
        assertThat(run.out())
                .contains("\"outcome\" : \"ENTITLED\"", "\"due\" : \"2026-11-23T16:00:00+08:00\"", "\"WEEKEND\"")
                .doesNotContain("null");
    }

    @Test
    void aPageIsWrittenAsWell() throws IOException {
        Path page = folder.resolve("new/why.html");
        CommandLineRun run = explain(FEEDBACK, "--html", page.toString());
        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("written: " + page);
        assertThat(Files.readString(page))
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains("<title>Why: Issue feedback</title>", "7*24问题反馈", "weekend", "GAL-FB-03")
                .doesNotContain("{{", "<script", "http");
    }

    @Test
    void aPageOfARefusalSaysWhatToAdd() throws IOException {
        Path page = folder.resolve("why.html");
        String unknown = FEEDBACK.replace("preferred", "platinum");
        assertThat(explain(unknown, "--html", page.toString()).status()).isZero();
        assertThat(Files.readString(page))
                .contains("/subscription/plan", "unknown plan", "preferred (Preferred)")
                .doesNotContain("Basis of each part");
    }

    @Test
    void aRefusalIsExplainedToo() throws IOException {
        CommandLineRun run = explain(FEEDBACK.replace("preferred", "platinum"));
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .startsWith("Refused: ")
                .contains("- /subscription/plan: ", "basic (Basic), preferred (Preferred), exclusive (Exclusive)");
    }

    @Test
    void eachOfSeveralSubscriptionsIsExplainedAndTheStrongestFirst() throws IOException {
        String instantMessages = several("basic", "preferred").replace("issue-feedback", "online-im");
        assertThat(explain(instantMessages).out())
                .containsSubsequence(
                        "/subscriptions/1", "entitled: ", "GAL-IM-01", "/subscriptions/0", "not entitled: ");
        assertThat(explain(instantMessages, "--json").out())
                .startsWith("{\n  \"explanations\" : [")
                .containsSubsequence(
                        "\"subscription\" : \"/subscriptions/1\"",
                        "\"ENTITLED\"",
                        "\"subscription\" : \"/subscriptions/0\"",
                        "\"NOT_ENTITLED\"");
        Path page = folder.resolve("why.html");
        explain(instantMessages, "--html", page.toString());
        assertThat(Files.readString(page))
                .containsSubsequence("<title>Why: ", "/subscriptions/1", "GAL-IM-01", "/subscriptions/0", "</html>")
                .doesNotContain("{{");
    }

    @Test
    void subscriptionsOfWhichOneIsRefusedAreExplainedAsTheyStand() throws IOException {
        assertThat(explain(several("preferred", "platinum")).out())
                .containsSubsequence("/subscriptions/0", "entitled: ", "/subscriptions/1", "Refused: ");
    }

    @Test
    void aRequestWithOneSubscriptionAndAListOfThemIsNoRequest() throws IOException {
        CommandLineRun run = explain(FEEDBACK.replace("\"question\"", "\"subscriptions\": [{}], \"question\""));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("\"subscriptions\" takes the place of \"subscription\"");
    }

    @Test
    void anInstantIsNeededFromTheRequestOrFromTheCall() throws IOException {
        CommandLineRun run = explain(OPEN);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("add question.at");
        assertThat(explain(OPEN, "--at", "2026-11-20T16:00:00+08:00").out())
                .isEqualTo(explain(FEEDBACK).out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1989-12-31T23:59:59Z", "2200-01-01T00:00:00Z", "2026-11-20T16:00", "today"})
    void anInstantThatNoRequestMayNameIsAWrongCall(String at) throws IOException {
        CommandLineRun run = explain(OPEN, "--at", at);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(at.substring(0, 5)).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1990-01-01T00:00:00Z", "2199-11-30T00:00:00Z"})
    void theFirstAndTheLastYearMayBeAskedAbout(String at) throws IOException {
        assertThat(explain(OPEN, "--at", at).status()).isZero();
    }

    @Test
    void aRequestGoesByItsOwnInstant() throws IOException {
        assertThat(explain(FEEDBACK, "--at", "2026-06-01T10:00:00+08:00").out())
                .isEqualTo(explain(FEEDBACK).out());
    }

    @Test
    void aReleaseThatThereIsNotIsAWrongCall() throws IOException {
        CommandLineRun named = explain(FEEDBACK, "--release", "99");
        CommandLineRun pinned = explain(FEEDBACK.replace("\"subscription\"", "\"release\": 99, \"subscription\""));
        assertThat(named.status()).isEqualTo(2);
        assertThat(named.err()).contains("kingdee-galaxy-public has no release \"99\"");
        assertThat(pinned.err()).isEqualTo(named.err());
    }

    @Test
    void theReleaseOfTheCallGoesBeforeThatOfTheRequest() throws IOException {
        CommandLineRun run =
                explain(FEEDBACK.replace("\"subscription\"", "\"release\": 99, \"subscription\""), "--release", "1");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("release 1 (");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{} {}", "{ \"programme\": 3 }"})
    void whatIsNoRequestIsRefusedWithItsFaults(String json) throws IOException {
        CommandLineRun run = explain(json);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(" fault").doesNotContain("\tat ");
    }

    @Test
    void aMisspeltMemberIsNamed() throws IOException {
        assertThat(explain(FEEDBACK.replace("\"product\"", "\"prodcut\"")).err())
                .contains("/subscription/prodcut: unknown member");
    }

    @Test
    void anUnknownProgrammeIsAWrongCall() throws IOException {
        CommandLineRun run = explain(FEEDBACK.replace("kingdee-galaxy-public", "kingdee-galaxy"));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("unknown programme \"kingdee-galaxy\"; known: ");
    }

    @Test
    void aFileThatThereIsNotIsAWrongCall() {
        CommandLineRun run = CommandLineRun.of("explain", folder.resolve("no.json"), "--rules", SHIPPED);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("no such file: ");
    }

    @Test
    void aFileTooLongForARequestIsAWrongCall() throws IOException {
        CommandLineRun longest =
                explain(FEEDBACK + " ".repeat((1 << 20) - FEEDBACK.getBytes(StandardCharsets.UTF_8).length));
        CommandLineRun longer =
                explain(FEEDBACK + " ".repeat((1 << 20) + 1 - FEEDBACK.getBytes(StandardCharsets.UTF_8).length));
        assertThat(longest.status()).isZero();
        assertThat(longer.status()).isEqualTo(2);
        assertThat(longer.err()).contains("is longer than 1048576 bytes");
    }

    /** The question about feedback, of a customer with several plans. */
    private static String several(String... plans) {
        String[] parts = FEEDBACK.split("(?<=\"subscription)\": (?=\\{)|,\\s+(?=\"question\")", -1);
        return parts[0]
                + "s\": ["
                + Stream.of(plans)
                        .map(plan -> parts[1].replace("preferred", plan))
                        .collect(Collectors.joining(", "))
                + "], "
                + parts[2];
    }

    private CommandLineRun explain(String json, String... options) throws IOException {
        Object[] call = new Object[4 + options.length];
        call[0] = "explain";
        call[1] = file(json);
        call[2] = "--rules";
        call[3] = SHIPPED;
        System.arraycopy(options, 0, call, 4, options.length);
        return CommandLineRun.of(call);
    }

    private Path file(String json) throws IOException {
        return Files.writeString(folder.resolve("request.json"), json);
    }
}
