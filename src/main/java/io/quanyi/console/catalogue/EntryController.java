package io.quanyi.console.catalogue;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.FormFields;
import io.quanyi.console.draft.DraftScreen;
import io.quanyi.console.draft.DraftScreens;
import io.quanyi.release.draft.DraftContent;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.NothingAtPath;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The forms of the entries of a catalogue: filled in, then shown as the lines that they would write, then saved. */
@ConsoleScreen
class EntryController {

    private static final String ADDRESS = "/console/{programme}/drafts/{draft}/catalogue/{form}";
    private static final List<CatalogueForm> FORMS = List.of(
            new OpeningForm(),
            new ProductForm(),
            new FamilyForm(),
            new ChannelForm(),
            new WindowForm(),
            new MeasureForm(),
            new CodeForm(),
            new NamesForm(
                    "plan",
                    "plans",
                    draft -> draft.catalogue().plans().stream()
                            .collect(Collectors.toMap(
                                    Catalogue.Plan::id,
                                    Catalogue.Plan::names,
                                    (one, other) -> one,
                                    LinkedHashMap::new))),
            new NamesForm(
                    "service",
                    "services",
                    draft -> draft.catalogue().services().values().stream()
                            .collect(Collectors.toMap(
                                    Catalogue.Service::id,
                                    Catalogue.Service::names,
                                    (one, other) -> one,
                                    LinkedHashMap::new))));

    /** The values of the buttons of a form: to show the lines that it would write, and to save it. */
    private static final List<String> STEPS = List.of("review", "save");

    private final DraftScreens screens;

    EntryController(DraftScreens screens) {
        this.screens = screens;
    }

    /** Shows a form with the values of its entry, or with those that the address states. */
    @GetMapping(ADDRESS)
    ResponseEntity<String> show(
            @PathVariable String programme,
            @PathVariable String draft,
            @PathVariable String form,
            HttpServletRequest request) {
        DraftCatalogue catalogue = DraftCatalogue.of(screens.of(request, programme, draft));
        CatalogueForm asked = form(form);
        String id = entry(asked, catalogue, Objects.requireNonNullElse(request.getParameter("id"), ""));
        Map<String, String> values = new HashMap<>(asked.stored(catalogue, id));
        values.put("id", id);
        for (FormField field : asked.fields(catalogue, values, new ConsoleTexts(catalogue.language()))) {
            String stated = request.getParameter(field.name());
            if (stated != null) {
                values.put(field.name(), stated);
            }
        }
        return page(HttpStatus.OK, catalogue, asked, values, catalogue.screen().tag(DraftContent.CATALOGUE), List.of());
    }

    /** Shows the lines that a form would write, or saves the form. */
    @PostMapping(ADDRESS)
    ResponseEntity<String> send(
            @PathVariable String programme,
            @PathVariable String draft,
            @PathVariable String form,
            FormFields fields,
            HttpServletRequest request) {
        DraftCatalogue catalogue = DraftCatalogue.of(screens.of(request, programme, draft));
        CatalogueForm asked = form(form);
        String tag = fields.first("tag");
        Map<String, String> values = new HashMap<>();
        values.put("id", entry(asked, catalogue, fields.first("id")));
        asked.fields(catalogue, values, new ConsoleTexts(catalogue.language()))
                .forEach(field -> values.put(field.name(), fields.first(field.name())));
        try {
            refuseOtherChoices(asked.fields(catalogue, values, new ConsoleTexts(catalogue.language())));
            CatalogueChange change = CatalogueChange.of(catalogue, asked.applied(catalogue, values));
            if (!change.isAny()) {
                throw new FaultsFound(List.of(Fault.at("", "catalogue-no-change")));
            }
            return fields.choice("step", STEPS).equals("save")
                    ? screens.save(
                            catalogue.screen(),
                            tag,
                            List.of(change.after()),
                            catalogue.screen().address("catalogue"))
                    : review(catalogue, asked, values, tag, change);
        } catch (FaultsFound found) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, catalogue, asked, values, tag, found.faults());
        }
    }

    /** Refuses a choice that the form does not offer, such as a service that no rule asks an opening for. */
    private static void refuseOtherChoices(List<FormField> fields) {
        Faults faults = new Faults();
        fields.stream()
                .filter(field -> field.isChoice() && field.options().stream().noneMatch(FormOption::chosen))
                .forEach(field -> faults.add(Fault.at("/" + field.name(), "unknown-id", field.value(), field.label())));
        faults.throwIfAny();
    }

    private static CatalogueForm form(String name) {
        return FORMS.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NothingAtPath(
                        "unknown-form",
                        name,
                        FORMS.stream().map(CatalogueForm::name).toList()));
    }

    private static String entry(CatalogueForm form, DraftCatalogue catalogue, String id) {
        List<String> ids = form.ids(catalogue);
        if (!ids.contains(id)) {
            throw new NothingAtPath("unknown-entry", id, ids);
        }
        return id;
    }

    private ResponseEntity<String> page(
            HttpStatus status,
            DraftCatalogue draft,
            CatalogueForm form,
            Map<String, String> values,
            String tag,
            List<Fault> faults) {
        DraftScreen screen = draft.screen();
        ConsoleTexts texts = new ConsoleTexts(draft.language());
        Map<String, Object> content = new HashMap<>();
        content.put("id", values.getOrDefault("id", ""));
        content.put("tag", tag);
        content.put("open", screen.isOpen());
        content.put("back", screen.address("catalogue"));
        content.put("fields", form.fields(draft, values, texts));
        content.put(
                "faults",
                faults.stream().map(fault -> fault.message(draft.language())).toList());
        return screens.page(status, screen, "catalogue", title(draft, form, values), "catalogue-form.html", content);
    }

    /** The title of a form: the kind of its entry and the present name; the kind alone for a new entry and for an opening. */
    private static String title(DraftCatalogue draft, CatalogueForm form, Map<String, String> values) {
        ConsoleTexts texts = new ConsoleTexts(draft.language());
        String kind = texts.of("catalogue-form-" + form.name());
        String name =
                form.stored(draft, values.getOrDefault("id", "")).getOrDefault(NameFields.name(draft.language()), "");
        return name.isEmpty() ? kind : texts.of("catalogue-entry", kind, name);
    }

    private ResponseEntity<String> review(
            DraftCatalogue draft, CatalogueForm form, Map<String, String> values, String tag, CatalogueChange change) {
        Map<String, Object> content = new HashMap<>();
        content.put("tag", tag);
        content.put("back", draft.screen().address("catalogue"));
        content.put(
                "values",
                values.entrySet().stream()
                        .map(value -> Map.of("name", value.getKey(), "value", value.getValue()))
                        .toList());
        content.put("words", change.words(draft.language()));
        content.put("removed", change.removedLines());
        content.put("added", change.addedLines());
        return screens.page(draft.screen(), "catalogue", title(draft, form, values), "catalogue-review.html", content);
    }
}
