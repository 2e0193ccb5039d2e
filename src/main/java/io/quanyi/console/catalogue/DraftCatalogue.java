package io.quanyi.console.catalogue;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.CatalogueReader;
import io.quanyi.console.draft.DraftScreen;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.decision.release.RuleOutline;
import io.quanyi.facts.Charge;
import io.quanyi.facts.Opening;
import io.quanyi.release.draft.DraftContent;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.SourceFile;
import io.quanyi.text.Language;
import java.util.List;
import java.util.Objects;

/**
 * The catalogue of a draft as its forms show it.
 *
 * @param screen the draft
 * @param file the file of the catalogue
 * @param catalogue the catalogue that the file states
 * @param base the release that the draft changes, whose rules say what a form offers
 */
record DraftCatalogue(DraftScreen screen, SourceFile file, Catalogue catalogue, ProgrammeRelease base) {

    /** The catalogue of a draft. @throws FaultsFound if it has faults, which only its text can mend */
    static DraftCatalogue of(DraftScreen screen) {
        SourceFile file = screen.view()
                .content()
                .file(DraftContent.CATALOGUE)
                .orElseThrow(
                        () -> new FaultsFound(List.of(Fault.at("", "unknown-draft-file", DraftContent.CATALOGUE))));
        ProgrammeRelease base =
                screen.timeline().release(screen.view().draft().base()).orElseThrow();
        return new DraftCatalogue(screen, file, read(file), base);
    }

    /** The catalogue in a file. @throws FaultsFound if it has faults */
    static Catalogue read(SourceFile file) {
        Faults faults = new Faults();
        Catalogue catalogue = CatalogueReader.read(file, "draft", faults);
        faults.throwIfAny();
        return Objects.requireNonNull(catalogue, "no faults");
    }

    /** The language of the reader. */
    Language language() {
        return screen.language();
    }

    /** The services for which a rule asks whether an opening was announced. */
    List<Catalogue.Service> openable() {
        return catalogue.services().values().stream()
                .filter(service -> base.policy().outlines(service.id()).stream()
                        .flatMap(rule -> rule.looks().stream())
                        .anyMatch(look -> look.fact() == Opening.class))
                .toList();
    }

    /** The rules that state a price. */
    List<RuleInfo> priced() {
        return base.catalogue().services().keySet().stream()
                .flatMap(service -> base.policy().outlines(service).stream())
                .filter(rule -> rule.states(Charge.class))
                .map(RuleOutline::rule)
                .distinct()
                .toList();
    }
}
