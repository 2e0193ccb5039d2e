package io.quanyi.console.ask;

import io.quanyi.catalogue.Programme;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.FormFields;
import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import io.quanyi.text.Language;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * The form of a question as a person sends it. It leads to the address of the page that answers it, which has all that was filled in or
 * pasted, but for the id of the customer.
 *
 * @param parameters the fields that were filled in
 * @param pasted the text in the field for JSON; blank if there is none
 */
record SentQuestion(AskParameters parameters, String pasted) {

    private static final String PASTED = "pasted";

    /** The most characters of an address, which the line of a request holds beside the headers of a browser. */
    private static final int MAX_LENGTH = 5000;

    /**
     * Reads the form.
     *
     * @throws FaultsFound if it has too many fields
     */
    static SentQuestion of(FormFields form) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        form.names().stream()
                .filter(name -> !List.of(PASTED, FormFields.TOKEN).contains(name))
                .forEach(name -> fields.put(name, form.all(name)));
        return new SentQuestion(AskParameters.of(fields), form.first(PASTED));
    }

    /**
     * Leads to the page that answers.
     *
     * @param path the path of the screen
     * @param leftOut the members that the address does not have
     * @throws FaultsFound if what was pasted has faults, or is too much for an address
     */
    ResponseEntity<String> see(String path, Programme programme, List<String> leftOut) {
        AskParameters all = pasted.isBlank() ? parameters : new PastedRequest(programme).read(pasted, parameters);
        String query = all.without(leftOut).query();
        if (query.length() > MAX_LENGTH) {
            throw new FaultsFound(List.of(Fault.at("", "question-too-long", query.length(), MAX_LENGTH)));
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path + query + "#answer"))
                .build();
    }

    /** The values of the page that shows the form again, with the faults of what was pasted. */
    Map<String, Object> refused(FaultsFound found, Language language) {
        List<String> faults =
                found.faults().stream().map(new ConsoleTexts(language)::of).toList();
        return Map.of(PASTED, pasted, "pasteOpen", !pasted.isBlank(), "pasteFaults", faults);
    }
}
