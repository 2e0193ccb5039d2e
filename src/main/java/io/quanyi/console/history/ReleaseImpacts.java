package io.quanyi.console.history;

import io.quanyi.access.credentials.Role;
import io.quanyi.console.ConsoleLanguage;
import io.quanyi.console.ConsolePerson;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.impact.ImpactFilter;
import io.quanyi.console.impact.ImpactWords;
import io.quanyi.console.job.JobView;
import io.quanyi.decision.request.Subscription;
import io.quanyi.impact.report.ImpactReport;
import io.quanyi.release.impact.ComparedReleases;
import io.quanyi.release.impact.ImpactReports;
import io.quanyi.release.impact.ReleaseImpactJob;
import io.quanyi.release.impact.ReleaseImpactJobs;
import io.quanyi.source.NothingAtPath;
import io.quanyi.text.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The impact between two releases as a section of a page ({@code release-impact.html}), and the job that finds it. */
@Component
@ConditionalOnBooleanProperty("quanyi.console.enabled")
class ReleaseImpacts {

    /** The number of changes that need no form to narrow them. */
    private static final int FEW = 5;

    private final ReleaseImpactJobs jobs;

    ReleaseImpacts(ReleaseImpactJobs jobs) {
        this.jobs = jobs;
    }

    /** Whether a person may begin the job: it takes as much work as the impact of a draft. */
    static boolean mayBegin(HttpServletRequest request) {
        ConsolePerson person = ConsolePerson.of(request);
        return person.has(Role.AUTHOR) || person.has(Role.PUBLISHER);
    }

    /**
     * The section: how far the job is, or its result.
     *
     * @param filter the part of the result that is wanted; null for all of it, and no form to narrow it
     */
    Map<String, Object> section(ReleasePair pair, @Nullable ImpactFilter filter, HttpServletRequest request) {
        Optional<ReleaseImpactJob> job = newest(pair);
        ConsoleTexts texts = new ConsoleTexts(ConsoleLanguage.of(request));
        boolean open = job.filter(one -> !one.hasEnded()).isPresent();
        List<Map<String, Object>> found = result(job).map(reports -> found(pair, reports, filter, texts)).stream()
                .toList();
        Map<String, Object> section = new HashMap<>();
        section.put("address", pair.address());
        section.put("job", job(pair, texts.language()));
        section.put("found", found);
        section.put(
                "lead",
                job.isEmpty()
                        ? texts.of(
                                "compare-impact-lead",
                                pair.before().number(),
                                pair.after().number())
                        : "");
        section.put("begin", mayBegin(request) && !open && found.isEmpty());
        section.put("count", mayBegin(request) && !open);
        section.put("lacking", mayBegin(request) || open || !found.isEmpty() ? "" : lacking(texts));
        return section;
    }

    private static String lacking(ConsoleTexts texts) {
        return texts.of("denied-forbidden-detail", texts.of("role-author"));
    }

    private static Optional<ImpactReports> result(Optional<ReleaseImpactJob> job) {
        return job.flatMap(one -> Optional.ofNullable(one.status().result()));
    }

    private static Map<String, Object> found(
            ReleasePair pair, ImpactReports reports, @Nullable ImpactFilter filter, ConsoleTexts texts) {
        ImpactWords words = words(pair, reports, texts);
        ImpactFilter wanted = Objects.requireNonNullElse(filter, ImpactFilter.ALL);
        List<Map<String, Object>> sentences = words.sentences(wanted);
        List<Map<String, Object>> definitions = words.definitions(wanted);
        int all = changes(reports);
        Map<String, Object> content = new HashMap<>(words.whole());
        content.put("sentences", sentences);
        content.put("definitions", definitions);
        content.put(
                "filters",
                filter == null || (all <= FEW && filter.isAll())
                        ? List.of()
                        : List.of(filter(pair, filter, words.services(filter))));
        content.put(
                "narrowed",
                wanted.isAll() ? "" : texts.of("impact-listed", sentences.size() + definitions.size(), all));
        content.put("page", pair.page());
        return content;
    }

    private static Map<String, Object> filter(
            ReleasePair pair, ImpactFilter filter, List<Map<String, Object>> services) {
        return Map.of(
                "from",
                pair.before().number(),
                "to",
                pair.after().number(),
                "words",
                filter.words(),
                "services",
                services);
    }

    private static int changes(ImpactReports reports) {
        ImpactReport report = reports.in(Language.CHINESE);
        return report.sentences().size() + report.definitions().size();
    }

    /** Whether the job has found that no answer changes; empty while it has no result. */
    Optional<Boolean> none(ReleasePair pair) {
        return result(newest(pair)).map(reports -> reports.in(Language.CHINESE).none());
    }

    private static ImpactWords words(ReleasePair pair, ImpactReports reports, ConsoleTexts texts) {
        return ImpactWords.between(
                pair.before().number(),
                pair.after().number(),
                reports.in(texts.language()),
                pair.timeline().programme().zone(),
                texts);
    }

    /** How far the job is, as a section of the template {@code job.html}; no section where there is no job. */
    List<Map<String, Object>> job(ReleasePair pair, Language language) {
        ConsoleTexts texts = new ConsoleTexts(language);
        return newest(pair).stream()
                .map(job -> JobView.of(job, "", pair.address(), soFar(pair, job, texts), language))
                .toList();
    }

    private static List<Map<String, Object>> soFar(ReleasePair pair, ReleaseImpactJob job, ConsoleTexts texts) {
        ImpactReports reports = job.soFar();
        List<Map<String, Object>> sentences =
                reports == null ? List.of() : words(pair, reports, texts).sentences(ImpactFilter.ALL);
        return sentences.isEmpty() ? List.of() : List.of(Map.of("sentences", sentences));
    }

    /**
     * Begins the job.
     *
     * @param customers the customers to count; null for none
     * @throws io.quanyi.source.FaultsFound with the customers whose records neither release accepts
     * @throws io.quanyi.work.WorkQueueFull if too many jobs wait
     */
    void begin(ReleasePair pair, @Nullable List<Subscription> customers) {
        ComparedReleases releases = ComparedReleases.of(
                pair.timeline(), pair.before().number(), pair.after().number());
        jobs.begin(releases, customers);
    }

    /**
     * Cancels the job.
     *
     * @param id its id
     * @throws NothingAtPath if it is not the one that a page shows
     */
    void cancel(ReleasePair pair, String id) {
        ReleaseImpactJob job = newest(pair)
                .filter(one -> one.id().equals(id))
                .orElseThrow(() -> new NothingAtPath("unknown-release-impact", id, List.of()));
        jobs.cancel(job);
    }

    private Optional<ReleaseImpactJob> newest(ReleasePair pair) {
        return jobs.newest(pair.beforeId(), pair.afterId());
    }
}
