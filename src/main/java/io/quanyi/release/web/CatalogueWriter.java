package io.quanyi.release.web;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.release.answer.NamedEntry;
import io.quanyi.release.web.CatalogueAnswer.ChannelEntry;
import io.quanyi.release.web.CatalogueAnswer.CodeEntry;
import io.quanyi.release.web.CatalogueAnswer.MeasureEntry;
import io.quanyi.release.web.CatalogueAnswer.OpeningEntry;
import io.quanyi.release.web.CatalogueAnswer.ProductEntry;
import io.quanyi.release.web.CatalogueAnswer.ServiceEntry;
import io.quanyi.release.web.CatalogueAnswer.WindowEntry;
import io.quanyi.servicetime.Session;
import io.quanyi.servicetime.Window;
import io.quanyi.text.EnumCode;
import io.quanyi.text.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds the answer for a catalogue, in one language. */
final class CatalogueWriter {

    private final Language language;

    CatalogueWriter(Language language) {
        this.language = language;
    }

    CatalogueAnswer answer(ProgrammeRelease release) {
        Catalogue catalogue = release.catalogue();
        return new CatalogueAnswer(
                release.id(),
                catalogue.version(),
                catalogue.products().stream().map(this::product).toList(),
                terms(catalogue.families()),
                catalogue.deployments().stream().sorted().toList(),
                catalogue.plans().stream()
                        .map(plan -> NamedEntry.of(plan.id(), plan.names(), language))
                        .toList(),
                terms(catalogue.topics()),
                terms(catalogue.severities()),
                catalogue.measures().values().stream()
                        .map(measure -> new MeasureEntry(
                                measure.id(),
                                measure.names().in(language),
                                measure.kind().code(),
                                measure.of(),
                                terms(measure.values())))
                        .toList(),
                codes(catalogue),
                catalogue.windows().entrySet().stream()
                        .map(entry -> window(entry.getKey(), entry.getValue()))
                        .toList(),
                catalogue.channels().values().stream().map(this::channel).toList(),
                catalogue.services().values().stream().map(this::service).toList(),
                catalogue.openings().stream()
                        .map(opening -> new OpeningEntry(opening.service(), opening.product()))
                        .toList());
    }

    private List<CodeEntry> codes(Catalogue catalogue) {
        return catalogue.codes().entrySet().stream()
                .flatMap(kind -> kind.getValue().entrySet().stream()
                        .map(code -> new CodeEntry(
                                code.getKey(),
                                kind.getKey().code(),
                                code.getValue().in(language))))
                .toList();
    }

    private ProductEntry product(Catalogue.Product product) {
        return new ProductEntry(product.id(), product.family(), product.names().in(language), product.aliases());
    }

    private WindowEntry window(String id, Catalogue.OpeningHours hours) {
        Window window = hours.window();
        return new WindowEntry(
                id,
                hours.names().in(language),
                window == null ? null : window.zone().getId(),
                hours.calendar(),
                hours.announcements(),
                window == null ? Map.of() : week(window),
                window == null ? null : window.workingDayHours(),
                hours.readings());
    }

    private ChannelEntry channel(Catalogue.Channel channel) {
        return new ChannelEntry(channel.id(), channel.names().in(language), channel.contact(), channel.window());
    }

    private ServiceEntry service(Catalogue.Service service) {
        return new ServiceEntry(
                service.id(),
                service.names().in(language),
                service.special(),
                service.severity(),
                terms(service.activities()),
                service.beyond(),
                service.instead());
    }

    private List<NamedEntry> terms(List<Catalogue.Term> terms) {
        return terms.stream()
                .map(term -> NamedEntry.of(term.id(), term.names(), language))
                .toList();
    }

    private static Map<String, List<String>> week(Window window) {
        Map<String, List<String>> week = new LinkedHashMap<>();
        window.week()
                .forEach((day, sessions) -> week.put(
                        EnumCode.of(day),
                        sessions.stream().map(Session::toString).toList()));
        return week;
    }
}
