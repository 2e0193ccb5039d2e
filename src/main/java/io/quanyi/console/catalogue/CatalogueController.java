package io.quanyi.console.catalogue;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.checks.ReleaseComparison;
import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.draft.DraftScreen;
import io.quanyi.console.draft.DraftScreens;
import io.quanyi.console.history.DifferenceWords;
import io.quanyi.source.FaultsFound;
import io.quanyi.text.BilingualText;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The catalogue of a draft, from which each entry leads to its form. */
@ConsoleScreen
class CatalogueController {

    private final DraftScreens screens;

    CatalogueController(DraftScreens screens) {
        this.screens = screens;
    }

    /** Shows the entries, and the changes of the draft in them. */
    @GetMapping("/console/{programme}/drafts/{draft}/catalogue")
    ResponseEntity<String> catalogue(
            @PathVariable String programme, @PathVariable String draft, HttpServletRequest request) {
        DraftScreen screen = screens.of(request, programme, draft);
        String title = new ConsoleTexts(screen.language()).of("draft-screen-catalogue");
        try {
            return screens.page(screen, "catalogue", title, "catalogue.html", content(DraftCatalogue.of(screen)));
        } catch (FaultsFound found) {
            List<String> faults = found.faults().stream()
                    .map(new ConsoleTexts(screen.language())::of)
                    .toList();
            Map<String, Object> content = Map.of("faults", faults, "text", screen.address("text"));
            return screens.page(screen, "catalogue", title, "catalogue-faults.html", content);
        }
    }

    private static Map<String, Object> content(DraftCatalogue draft) {
        Catalogue catalogue = draft.catalogue();
        Language language = draft.language();
        DraftScreen screen = draft.screen();
        Map<String, Object> content = new HashMap<>();
        content.put("open", screen.isOpen());
        content.put("address", screen.address("catalogue"));
        content.put("impact", screen.address("impact"));
        content.put("publish", screen.address("publish"));
        content.put(
                "words",
                DifferenceWords.of(
                        ReleaseComparison.between(draft.base().catalogue(), catalogue),
                        List.of(draft.base().catalogue(), catalogue),
                        language));
        content.put("openable", !draft.openable().isEmpty());
        content.put(
                "openings",
                catalogue.openings().stream()
                        .map(opening -> opening(draft, opening))
                        .toList());
        Map<String, BilingualText> families = FamilyForm.names(draft);
        content.put(
                "families",
                names(families.entrySet().stream().map(family -> name(family.getKey(), family.getValue(), language))));
        content.put(
                "products",
                catalogue.products().stream()
                        .map(product -> Map.of(
                                "id", product.id(),
                                "name", product.names().in(language),
                                "aliases", product.aliases(),
                                "family",
                                        product.family().equals(product.id())
                                                ? ""
                                                : Objects.requireNonNull(families.get(product.family()))
                                                        .in(language)))
                        .toList());
        content.put(
                "windows",
                catalogue.windows().entrySet().stream()
                        .map(window -> Map.of(
                                "id", window.getKey(),
                                "name", window.getValue().names().in(language),
                                "hours", WindowForm.inShort(window.getValue(), language.locale())))
                        .toList());
        content.put(
                "measures",
                catalogue.measures().values().stream()
                        .map(measure -> Map.of(
                                "id", measure.id(),
                                "name", measure.names().in(language),
                                "kind",
                                        new ConsoleTexts(language)
                                                .of("catalogue-measure-kind-"
                                                        + measure.kind().code()),
                                "of", new ConsoleTexts(language).of("catalogue-measure-of-" + measure.of())))
                        .toList());
        content.put(
                "codes",
                catalogue.codes().entrySet().stream()
                        .flatMap(kind -> kind.getValue().entrySet().stream()
                                .map(code -> Map.of(
                                        "id", code.getKey(),
                                        "name", code.getValue().in(language),
                                        "kind", Texts.of(language, kind.getKey().textCode()))))
                        .toList());
        content.put("plans", names(catalogue.plans().stream().map(plan -> name(plan.id(), plan.names(), language))));
        content.put(
                "services",
                names(catalogue.services().values().stream()
                        .map(service -> name(service.id(), service.names(), language))));
        content.put(
                "channels",
                catalogue.channels().values().stream()
                        .map(channel -> channel(catalogue, channel, language))
                        .toList());
        content.put(
                "prices",
                draft.priced().stream()
                        .map(rule -> Map.of(
                                "title", rule.title().in(language),
                                "href", screen.address("rules/" + rule.id())))
                        .toList());
        return content;
    }

    private static Map<String, Object> opening(DraftCatalogue draft, Catalogue.Opening opening) {
        Catalogue catalogue = draft.catalogue();
        Catalogue.Service service = catalogue.services().get(opening.service());
        return Map.of(
                "service", opening.service(),
                "product", opening.product(),
                "serviceName",
                        service == null ? opening.service() : service.names().in(draft.language()),
                "productName",
                        catalogue.products().stream()
                                .filter(product -> product.id().equals(opening.product()))
                                .map(product -> product.names().in(draft.language()))
                                .findFirst()
                                .orElse(opening.product()));
    }

    private static Map<String, Object> channel(Catalogue catalogue, Catalogue.Channel channel, Language language) {
        Catalogue.OpeningHours window =
                channel.window() == null ? null : catalogue.windows().get(channel.window());
        return Map.of(
                "id",
                channel.id(),
                "name",
                channel.names().in(language),
                "contact",
                channel.contact() == null ? "" : channel.contact(),
                "window",
                window == null ? "" : window.names().in(language));
    }

    private static List<Map<String, String>> names(Stream<Map<String, String>> entries) {
        return entries.toList();
    }

    private static Map<String, String> name(String id, BilingualText names, Language language) {
        return Map.of("id", id, "name", names.in(language));
    }
}
