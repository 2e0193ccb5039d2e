package io.quanyi.release.web;

import io.quanyi.decision.needs.CodeListWriter;
import io.quanyi.decision.needs.CodeLists;
import io.quanyi.decision.needs.RequestSchema;
import io.quanyi.decision.needs.ServiceFactWriter;
import io.quanyi.decision.needs.ServiceFacts;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.release.Timeline;
import io.quanyi.text.Language;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that show programmes, their catalogue and their matrix. */
@RestController
@RequestMapping(path = "/v1/programmes", produces = MediaType.APPLICATION_JSON_VALUE)
class ProgrammesController {

    private final ReleaseLookup lookup;

    ProgrammesController(ReleaseLookup lookup) {
        this.lookup = lookup;
    }

    /** Lists all programmes. */
    @GetMapping
    @Operation(operationId = "listProgrammes", tags = "programmes")
    ResponseEntity<ProgrammeList> programmes(Language language) {
        List<ProgrammeEntry> entries = lookup.served().releases().timelines().stream()
                .map(timeline -> entry(timeline, language))
                .toList();
        return CachePolicy.whileItHolds().body(new ProgrammeList(entries));
    }

    /** Shows a programme. */
    @GetMapping("/{programme}")
    @Operation(operationId = "showProgramme", tags = "programmes")
    ResponseEntity<ProgrammeEntry> programme(@PathVariable String programme, Language language) {
        return CachePolicy.whileItHolds().body(entry(lookup.timeline(programme), language));
    }

    /** Shows the catalogue of a release. */
    @GetMapping("/{programme}/catalogue")
    @Operation(operationId = "showCatalogue", tags = "programmes")
    @InForceQuery.Described
    ResponseEntity<CatalogueAnswer> catalogue(
            @PathVariable String programme, HttpServletRequest request, Language language) {
        NamedRelease named = named(programme, request);
        return named.answer().body(new CatalogueWriter(language).answer(named.release()));
    }

    /** Shows the matrix of a release. */
    @GetMapping("/{programme}/matrix")
    @Operation(operationId = "showMatrix", tags = "programmes")
    @InForceQuery.Described
    ResponseEntity<MatrixAnswer> matrix(@PathVariable String programme, HttpServletRequest request, Language language) {
        NamedRelease named = named(programme, request);
        Instant at = lookup.instant(named.timeline(), named.query());
        return named.answer().body(new MatrixWriter(named.release(), language).answer(at));
    }

    /** Lists the codes that requests and answers of a programme use. */
    @GetMapping("/{programme}/codes")
    @Operation(operationId = "listCodes", tags = "programmes")
    @InForceQuery.Described
    ResponseEntity<CodeLists> codes(@PathVariable String programme, HttpServletRequest request, Language language) {
        NamedRelease named = named(programme, request);
        return named.answer().body(new CodeListWriter(named.release(), language).lists());
    }

    /** Lists the facts that an answer about a service may depend on. */
    @GetMapping("/{programme}/services/{service}/facts")
    @Operation(operationId = "listFacts", tags = "programmes")
    @InForceQuery.Described
    ResponseEntity<ServiceFacts> facts(
            @PathVariable String programme,
            @PathVariable String service,
            HttpServletRequest request,
            Language language) {
        NamedRelease named = named(programme, request);
        String id = ReleaseLookup.service(named.release(), service).id();
        return named.answer().body(new ServiceFactWriter(named.release(), id, language).facts());
    }

    /** Shows the JSON Schema of a request about a service. */
    @GetMapping("/{programme}/services/{service}/schema")
    @Operation(operationId = "showRequestSchema", tags = "programmes")
    @InForceQuery.Described
    ResponseEntity<Map<String, Object>> schema(
            @PathVariable String programme,
            @PathVariable String service,
            HttpServletRequest request,
            Language language) {
        NamedRelease named = named(programme, request);
        String id = ReleaseLookup.service(named.release(), service).id();
        return named.answer().body(RequestSchema.of(named.release(), id, language));
    }

    private NamedRelease named(String programme, HttpServletRequest request) {
        Timeline timeline = lookup.timeline(programme);
        InForceQuery query = InForceQuery.of(request);
        return new NamedRelease(timeline, query, lookup.release(timeline, query));
    }

    /** The release that a path and a query name. */
    private record NamedRelease(Timeline timeline, InForceQuery query, ProgrammeRelease release) {

        /** An answer about it, which may be kept for as long as the query names the same release. */
        ResponseEntity.BodyBuilder answer() {
            return CachePolicy.of(query);
        }
    }

    private ProgrammeEntry entry(Timeline timeline, Language language) {
        return ProgrammeEntry.of(timeline.programme(), timeline.inForce(lookup.now()), language);
    }
}
