package io.quanyi.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SettingsCheckTests {

    private record Shop(
            int openDays,
            List<String> allowedNames,
            List<Shelf> shelves,
            Map<String, String> labels,
            @Nullable Door frontDoor) {}

    private record Shelf(String id, List<String> goods) {}

    private record Door(String keyHash) {}

    private static final List<KnownSetting> KNOWN = KnownSetting.of("quanyi.shop", Shop.class);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quanyi.shop.open-days",
                "quanyi.shop.openDays",
                "quanyi.shop.open_days",
                "quanyi.shop.allowed-names",
                "quanyi.shop.allowed-names[3]",
                "quanyi.shop.shelves[0].id",
                "quanyi.shop.shelves[12].goods[1]",
                "quanyi.shop.labels.any",
                "quanyi.shop.front-door.key-hash",
                "other.shop.open-day"
            })
    void aSettingThatIsReadIsTaken(String property) {
        assertThat(given(property)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "quanyi.shop.open-day, quanyi.shop.open-days",
        "quanyi.shop, quanyi.shop.labels",
        "quanyi.shopp.open-days, quanyi.shop.open-days",
        "quanyi.shop.open-days.more, quanyi.shop.open-days",
        "quanyi.shop.open-days[0], quanyi.shop.open-days",
        "quanyi.shop.shelves[1].ids, quanyi.shop.shelves[0].id",
        "quanyi.shop.front-door.keyhashes, quanyi.shop.front-door.key-hash"
    })
    void anotherIsNamedBesideTheOneThatWasMeant(String property, String meant) {
        assertThat(given(property)).containsExactly(property + ": did you mean " + meant + "?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QUANYI_SHOP_OPENDAYS",
                "QUANYI_SHOP_OPEN_DAYS",
                "quanyi_shop_opendays",
                "QUANYI_SHOP_SHELVES_0_ID",
                "QUANYI_SHOP_SHELVES_0_GOODS_1",
                "QUANYI_SHOP_ALLOWEDNAMES_0",
                "QUANYI_SHOP_FRONT_DOOR_KEY_HASH",
                "QUANYI_SHOP_FRONTDOOR_KEYHASH",
                "QUANYI_KEY",
                "QUANYI_SERVICE_HOST",
                "QUANYI_SERVICE_PORT_HTTP",
                "QUANYI_PORT",
                "QUANYI_PORT_8080_TCP",
                "QUANYI_PORT_8080_TCP_ADDR",
                "QUANYI_STORE_SERVICE_HOST",
                "QUANYI_STORE_PORT_443_TCP_PROTO",
                "QUANYIX_SHOP"
            })
    void aVariableOfTheEnvironmentIsReadInItsOwnForm(String variable) {
        assertThat(environment(variable)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "QUANYI_SHOP_OPENDAY, quanyi.shop.open-days",
        "QUANYI_SHOP_SHELVES_0_IT, quanyi.shop.shelves[0].id",
        "QUANYI_SHOPS_OPENDAYS, quanyi.shop.open-days"
    })
    void anotherVariableIsNamedAsItIsWritten(String variable, String meant) {
        assertThat(environment(variable)).containsExactly(variable + ": did you mean " + meant + "?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quanyi.shop", "quanyi.shop.front-door", "quanyi.shop.shelves", "quanyi.shop.shelves[0]"})
    void aKeyWithNothingBelowItIsNoSetting(String group) {
        assertThat(faults(new MapPropertySource("file", Map.of(group, "")))).isEmpty();
    }

    private static List<String> given(String property) {
        return faults(new MapPropertySource("file", Map.of(property, "secret")));
    }

    private static List<String> environment(String variable) {
        return faults(new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.of(variable, "secret")));
    }

    private static List<String> faults(PropertySource<?> source) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(own -> environment.getPropertySources().remove(own.getName()));
        environment.getPropertySources().addFirst(source);
        return SettingsCheck.faults(environment, KNOWN);
    }
}
