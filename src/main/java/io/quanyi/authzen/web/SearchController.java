package io.quanyi.authzen.web;

import io.quanyi.authzen.search.EntitySearch;
import io.quanyi.authzen.search.SearchAnswer;
import io.quanyi.authzen.search.SearchedKind;
import io.quanyi.source.Tree;
import io.quanyi.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** The endpoints that search for the subjects, resources and actions that are permitted. */
@DecisionPointEndpoint
class SearchController {

    private final DecisionPoints points;
    private final EntitySearch search;

    SearchController(DecisionPoints points, EntitySearch search) {
        this.points = points;
        this.search = search;
    }

    /** Lists the subjects that are permitted an action on a resource. */
    @PostMapping(
            path = {DecisionPoints.ALL + "/search/subject", DecisionPoints.ONE + "/search/subject"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    SearchAnswer subjects(
            @PathVariable(required = false) @Nullable String programme, @RequestBody Tree body, Language language) {
        return search(SearchedKind.SUBJECT, body, programme, language);
    }

    /** Lists the resources on which a subject is permitted an action. */
    @PostMapping(
            path = {DecisionPoints.ALL + "/search/resource", DecisionPoints.ONE + "/search/resource"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    SearchAnswer resources(
            @PathVariable(required = false) @Nullable String programme, @RequestBody Tree body, Language language) {
        return search(SearchedKind.RESOURCE, body, programme, language);
    }

    /** Lists the actions that a subject is permitted on a resource. */
    @PostMapping(
            path = {DecisionPoints.ALL + "/search/action", DecisionPoints.ONE + "/search/action"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    SearchAnswer actions(
            @PathVariable(required = false) @Nullable String programme, @RequestBody Tree body, Language language) {
        return search(SearchedKind.ACTION, body, programme, language);
    }

    private SearchAnswer search(SearchedKind searched, Tree body, @Nullable String programme, Language language) {
        points.require(programme);
        return search.search(searched, body, programme, points.now(), language);
    }
}
