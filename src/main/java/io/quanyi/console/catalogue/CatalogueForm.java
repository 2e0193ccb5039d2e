package io.quanyi.console.catalogue;

import io.quanyi.catalogue.edit.CatalogueEdit;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.source.FaultsFound;
import java.util.List;
import java.util.Map;

/** A form that changes one entry of a catalogue. Its fields are texts by their names; {@code id} names the entry. */
interface CatalogueForm {

    /** The name of the form in its address, such as {@code product}. */
    String name();

    /** The ids of the entries that it can change; an empty one if it can begin a new entry. */
    List<String> ids(DraftCatalogue draft);

    /** The values of an entry as the catalogue has it; none for a new one. */
    Map<String, String> stored(DraftCatalogue draft, String id);

    /** The fields with their values. */
    List<FormField> fields(DraftCatalogue draft, Map<String, String> values, ConsoleTexts texts);

    /**
     * The catalogue with the entry as the values say.
     *
     * @throws FaultsFound if a value is missing
     */
    CatalogueEdit applied(DraftCatalogue draft, Map<String, String> values);
}
