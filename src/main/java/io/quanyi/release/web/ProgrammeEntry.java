package io.quanyi.release.web;

import io.quanyi.catalogue.Programme;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.answer.NamedEntry;
import io.quanyi.text.Language;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A programme, with its release in force, and the plans and services of that release. */
record ProgrammeEntry(
        String id,
        String name,
        String vendor,
        String zone,
        String authority,
        SourceDocument source,
        @Nullable ReleaseId release,
        List<NamedEntry> plans,
        List<NamedEntry> services) {

    record SourceDocument(String title, @Nullable String reference) {}

    static ProgrammeEntry of(Programme programme, Optional<ProgrammeRelease> inForce, Language language) {
        return new ProgrammeEntry(
                programme.id(),
                programme.names().in(language),
                programme.vendor().in(language),
                programme.zone().getId(),
                programme.authority(),
                new SourceDocument(
                        programme.source().title(), programme.source().reference()),
                inForce.map(ProgrammeRelease::id).orElse(null),
                inForce.stream()
                        .flatMap(release -> release.catalogue().plans().stream())
                        .map(plan -> NamedEntry.of(plan.id(), plan.names(), language))
                        .toList(),
                inForce.stream()
                        .flatMap(release -> release.catalogue().services().values().stream())
                        .map(service -> NamedEntry.of(service.id(), service.names(), language))
                        .toList());
    }
}
