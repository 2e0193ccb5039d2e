package io.quanyi.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/**
 * The name of a setting that is read.
 *
 * @param elements its parts, in small letters and with hyphens; {@code [0]} stands for any place in a list, {@code *} for any name
 */
record KnownSetting(List<String> elements) {

    private static final String PLACE = "[0]";
    private static final String ANY = "*";

    /** All settings of a record that is bound to a prefix, those of records within it included. */
    static List<KnownSetting> of(String prefix, Class<?> type) {
        return of(List.of(prefix.split("\\.", -1)), type).toList();
    }

    private static Stream<KnownSetting> of(List<String> prefix, Type type) {
        if (type instanceof Class<?> raw && raw.isRecord()) {
            return Arrays.stream(raw.getRecordComponents()).flatMap(component -> of(prefix, component));
        }
        KnownSetting itself = new KnownSetting(prefix);
        if (!(type instanceof ParameterizedType generic)) {
            return Stream.of(itself);
        }
        boolean named = generic.getRawType() == Map.class;
        Type[] arguments = generic.getActualTypeArguments();
        return Stream.concat(Stream.of(itself), of(with(prefix, named ? ANY : PLACE), arguments[arguments.length - 1]));
    }

    private static Stream<KnownSetting> of(List<String> prefix, RecordComponent component) {
        return of(with(prefix, DataObjectPropertyName.toDashedForm(component.getName())), component.getGenericType());
    }

    private static List<String> with(List<String> elements, String more) {
        List<String> all = new ArrayList<>(elements);
        all.add(more);
        return List.copyOf(all);
    }

    /** Whether this is the setting of that name, or one below it. */
    boolean isAtOrBelow(ConfigurationPropertyName name) {
        return begins(elements, name);
    }

    boolean is(ConfigurationPropertyName name) {
        return elements.size() == name.getNumberOfElements() && begins(elements, name);
    }

    /** The same of a variable of the environment, where an underscore stands for a hyphen too. */
    boolean isVariable(ConfigurationPropertyName name) {
        List<String> parts = elements.stream()
                .flatMap(element -> Stream.of(element.split("-", -1)))
                .toList();
        return is(name) || (parts.size() == name.getNumberOfElements() && begins(parts, name));
    }

    private static boolean begins(List<String> elements, ConfigurationPropertyName name) {
        if (elements.size() < name.getNumberOfElements()) {
            return false;
        }
        for (int i = 0; i < name.getNumberOfElements(); i++) {
            if (!isElement(elements.get(i), i, name)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isElement(String element, int at, ConfigurationPropertyName name) {
        return switch (element) {
            case ANY -> true;
            case PLACE -> name.isNumericIndex(at);
            default -> element.replace("-", "").equals(name.getElement(at, Form.UNIFORM));
        };
    }

    /** The name of the setting as a file writes it. */
    String text() {
        return String.join(".", elements).replace("." + PLACE, PLACE);
    }
}
