package io.quanyi.console.catalogue;

import io.quanyi.catalogue.Catalogue.Channel;
import io.quanyi.catalogue.edit.CatalogueEdit;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.text.BilingualText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Names a channel, its contact, and the hours in which it is open. */
final class ChannelForm implements CatalogueForm {

    private static final String CONTACT = "contact";
    private static final String WINDOW = "window";

    @Override
    public String name() {
        return "channel";
    }

    @Override
    public List<String> ids(DraftCatalogue draft) {
        return List.copyOf(draft.catalogue().channels().keySet());
    }

    @Override
    public Map<String, String> stored(DraftCatalogue draft, String id) {
        Channel channel = Objects.requireNonNull(draft.catalogue().channels().get(id), id);
        Map<String, String> values = new HashMap<>(NameFields.values(channel.names()));
        values.put(CONTACT, Objects.requireNonNullElse(channel.contact(), ""));
        values.put(WINDOW, Objects.requireNonNullElse(channel.window(), ""));
        return values;
    }

    @Override
    public List<FormField> fields(DraftCatalogue draft, Map<String, String> values, ConsoleTexts texts) {
        List<FormField> fields = new ArrayList<>(NameFields.fields(draft, values, texts));
        fields.add(FormField.line(
                CONTACT,
                texts.of("member-contact"),
                texts.of("catalogue-contact-hint"),
                values.getOrDefault(CONTACT, ""),
                false));
        List<FormOption> windows = new ArrayList<>(List.of(FormOption.of("", texts.of("catalogue-window-none"))));
        draft.catalogue()
                .windows()
                .forEach((id, window) ->
                        windows.add(FormOption.of(id, window.names().in(draft.language()))));
        fields.add(FormField.choice(
                WINDOW, texts.of("member-window"), "", values.getOrDefault(WINDOW, ""), false, windows));
        return fields;
    }

    @Override
    public CatalogueEdit applied(DraftCatalogue draft, Map<String, String> values) {
        BilingualText names = NameFields.of(draft, values);
        return CatalogueEdit.of(draft.file())
                .channel(new Channel(
                        values.getOrDefault("id", ""), names, filled(values.get(CONTACT)), filled(values.get(WINDOW))));
    }

    private static @Nullable String filled(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
