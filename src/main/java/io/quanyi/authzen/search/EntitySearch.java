package io.quanyi.authzen.search;

import io.quanyi.authzen.AskedEntities;
import io.quanyi.authzen.EvaluationContext;
import io.quanyi.authzen.EvaluationDecider;
import io.quanyi.authzen.EvaluationError;
import io.quanyi.authzen.Vocabulary;
import io.quanyi.authzen.search.PageTokens.Next;
import io.quanyi.authzen.search.PageTokens.Pages;
import io.quanyi.authzen.search.SearchAnswer.Context;
import io.quanyi.authzen.search.SearchAnswer.Page;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Obj;
import io.quanyi.text.Language;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Searches for entities: decides the question about each that there is, as many as one page may take. */
public final class EntitySearch {

    private static final String PAGE = "page";
    private static final Set<String> PLACE = Set.of("token", "limit");

    private final EvaluationDecider decider;
    private final PageTokens tokens;

    /** Searches by a decider, which decides all pages by the releases that are published when they are asked for. */
    public EntitySearch(EvaluationDecider decider, PageTokens tokens) {
        this.decider = decider;
        this.tokens = tokens;
    }

    /**
     * Answers a search.
     *
     * @param programme the programme of the decision point that is asked; null if that is the one of all programmes
     * @param now the instant of the question if it states none
     * @throws FaultsFound if the request is not of the form of a search, or its token was not given for it
     */
    public SearchAnswer search(
            SearchedKind searched, Tree body, @Nullable String programme, Instant now, Language language) {
        if (!(body instanceof Obj request)) {
            throw new FaultsFound(List.of(Fault.at("", "not-an-object")));
        }
        Map<String, Tree> members = new LinkedHashMap<>(request.members());
        Tree page = members.remove(PAGE);
        AskedEntities asked = searched.question(members);
        PageForm form = PageForm.read(page, asked.ignored()::add);
        EvaluationDecider fixed = decider.fixed();
        ProgrammeRelease release;
        try {
            release = fixed.release(asked, programme, now);
        } catch (RequestRefused e) {
            return nothing(e, asked, language);
        }
        Vocabulary vocabulary = fixed.vocabulary(release.id().programme());
        Pages pages = new Pages(
                Objects.requireNonNullElse(programme, ""),
                searched,
                withoutPlace(request),
                vocabulary.revision(),
                release.id().digest());
        Next begin = form.begin(pages, tokens);
        long start = System.nanoTime();
        List<String> candidates = searched.candidates(asked, vocabulary, release);
        SearchedPage found = new SearchedPage(searched, asked, begin.limit());
        int next = found.fill(candidates, begin.place(), one -> fixed.permits(one, programme, now));
        fixed.logMany(release, next - begin.place(), System.nanoTime() - start);
        boolean more = next < candidates.size();
        Page answered = page == null && !more
                ? null
                : new Page(
                        more ? tokens.of(pages, new Next(next, begin.limit())) : "",
                        found.results().size());
        return new SearchAnswer(answered, found.context(), found.results());
    }

    /** The request without the token of its page, which is another on each page, and without its limit, which the token holds. */
    private static Tree withoutPlace(Obj request) {
        Map<String, Tree> members = new LinkedHashMap<>(request.members());
        if (members.get(PAGE) instanceof Obj page) {
            Map<String, Tree> others = new LinkedHashMap<>(page.members());
            others.keySet().removeAll(PLACE);
            members.remove(PAGE);
            if (!others.isEmpty()) {
                members.put(PAGE, new Obj(others));
            }
        }
        return new Obj(members);
    }

    private static SearchAnswer nothing(RequestRefused refused, AskedEntities asked, Language language) {
        Context context = new Context(
                List.of(), List.of(), EvaluationContext.some(asked.ignored()), EvaluationError.of(refused, language));
        return new SearchAnswer(null, context, List.of());
    }
}
