package io.quanyi.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyi.decision.advice.Sheet;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.AskedQuestion;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.SheetQuestion;
import io.quanyi.decision.request.SheetRequest;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sheet of a customer: one question, put about every service. */
class SheetTests {

    private static final Asked BASE = Asked.about("support", "preferred");

    @Test
    void aSheetTakesWhateverADecisionTakesButTheService() {
        assertThat(components(SheetQuestion.class))
                .isEqualTo(components(AskedQuestion.class).stream()
                        .filter(component -> !component.contains(" service "))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/question/channel=im",
                "/question/channel=fax",
                "/question/topic=data",
                "/question/severity=P1",
                "/question/activity=building",
                "/question/activity=dancing",
                "/question/quantity=3",
                "/question/personDays=1.5",
                "/question/delivery=on-site",
                "/question/requestedStart=2026-06-30",
                "/question/language=en",
                "/question/requester={ certified: false, submittedBy: partner }"
            })
    void eachEntryIsTheAnswerToTheQuestionAboutThatServiceAlone(String setting) {
        int split = setting.indexOf('=');
        Asked asked = BASE.with(setting.substring(0, split), setting.substring(split + 1));
        for (Sheet.Entry entry : sheet(asked, limited()).entries()) {
            Asked single = asked.with("/question/service", entry.service());
            if (entry.problem() == null) {
                assertThat(Objects.requireNonNull(entry.decision()).decision()).isEqualTo(single.decide(limited()));
            } else {
                assertThat(Asked.faults(entry.problem())).isEqualTo(single.faults(limited()));
            }
        }
    }

    @Test
    void theFactThatAnEntryAsksForCanBeSent() {
        assertThat(problems(sheet(BASE, limited())))
                .containsExactly("moments: [missing-fact at /question/requestedStart]");
        assertThat(problems(sheet(BASE.with("/question/requestedStart", "2026-06-30"), limited())))
                .isEmpty();
    }

    @Test
    void aServiceThatDoesNotOfferTheChannelIsRefusedBesideThoseThatDo() {
        Sheet sheet = sheet(
                BASE.with("/question/channel", "phone").with("/question/requestedStart", "2026-06-30"), limited());
        assertThat(sheet.entries().stream()
                        .map(Sheet.Entry::decision)
                        .map(answer -> answer == null ? null : answer.decision())
                        .map(decision -> decision == null
                                ? ""
                                : decision.service() + " " + decision.outcome() + " "
                                        + decision.reasons().get(0).code()))
                .containsExactly(
                        "support NOT_ENTITLED channel-not-offered",
                        "moments ENTITLED granted",
                        "alarm NOT_ENTITLED not-in-plan",
                        "sp-tuning NOT_ENTITLED not-in-plan");
    }

    @Test
    void anUnknownIdIsRefusedOnceForAllServices() {
        assertThatThrownBy(() -> sheet(BASE.with("/question/channel", "pigeon"), limited()))
                .isInstanceOfSatisfying(
                        RequestRefused.class,
                        refused -> assertThat(Asked.faults(refused))
                                .containsExactly("unknown-channel at /question/channel"));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyFactThatAShippedProgrammeAsksForCanBeSentInASheet(ProgrammeRelease release) {
        List<String> members = Arrays.stream(SheetQuestion.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        for (var plan : release.catalogue().plans()) {
            Asked bare = Asked.of("""
                    programme: any
                    subscription: { plan: %s }
                    question: { service: any, at: "2026-06-01T10:00+08:00" }
                    """.formatted(plan.id()));
            sheet(bare, release).entries().stream()
                    .flatMap(entry -> entry.problem() == null ? Stream.empty() : entry.problem().faults().stream())
                    .filter(fault -> fault.pointer().startsWith("/question/"))
                    .forEach(fault ->
                            assertThat(members).contains(fault.pointer().split("/", -1)[2]));
        }
    }

    static List<ProgrammeRelease> shipped() {
        return ShippedReleases.all();
    }

    /** Support by IM, moments by phone with a lead time. */
    private static ProgrammeRelease limited() {
        return Limited.RELEASE;
    }

    private static final class Limited {
        private static final ProgrammeRelease RELEASE = Trial.of(
                Trial.support("T-01", "new Granted()"),
                Trial.support("T-02", "new Channel('im')"),
                Trial.support("T-03", "new Delivery('remote')"),
                Trial.support("T-04", "new Quota(2, 'time', 'service-year')"),
                Trial.support("T-05", "new EachLimit(1, 'person-day')"),
                Trial.rule("T-06", "Question(service == 'moments')", "new Granted()"),
                Trial.rule("T-07", "Question(service == 'moments')", "new Channel('phone')"),
                Trial.rule("T-08", "Question(service == 'moments')", "new LeadTime(14)"));
    }

    private static Sheet sheet(Asked asked, ProgrammeRelease release) {
        DecisionRequest request = asked.request();
        AskedQuestion question = request.question();
        SheetQuestion put = new SheetQuestion(
                question.at(),
                question.pauses(),
                question.asOf(),
                question.respondedAt(),
                question.resolvedAt(),
                question.channel(),
                question.topic(),
                question.severity(),
                question.activity(),
                question.quantity(),
                question.personDays(),
                question.delivery(),
                question.requestedStart(),
                question.language(),
                question.requester(),
                null);
        return Sheet.of(
                new SheetRequest(request.programme(), null, null, request.subscription(), null, put),
                release,
                asked.instant());
    }

    private static List<String> problems(Sheet sheet) {
        return sheet.entries().stream()
                .flatMap(entry -> entry.problem() == null
                        ? Stream.empty()
                        : Stream.of(entry.service() + ": " + Asked.faults(entry.problem())))
                .toList();
    }

    private static List<String> components(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> Arrays.toString(component.getAccessor().getAnnotations())
                        + component.getAnnotatedType() + " " + component.getName() + " ")
                .toList();
    }
}
