package io.quanyi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.mock.env.MockEnvironment;

class LocalManagementDefaultsTests {

    private static final String PORT = "management.server.port";
    private static final String ADDRESS = "management.server.address";

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
    void onThisMachineTheyStayWhereTheServiceIs(String address) {
        Environment environment = processed("server.address", address);
        assertThat(environment.getProperty(PORT)).isNull();
        assertThat(environment.getProperty(ADDRESS)).isNull();
        assertThat(ManagementPortType.get(environment)).isEqualTo(ManagementPortType.SAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.168.1.1", ""})
    void beyondItTheyGetAPortOfTheirOwnOnThisMachine(String address) {
        Environment environment = processed("server.address", address);
        assertThat(environment.getProperty(PORT)).isEqualTo("8081");
        assertThat(environment.getProperty(ADDRESS)).isEqualTo("127.0.0.1");
        assertThat(ManagementPortType.get(environment)).isEqualTo(ManagementPortType.DIFFERENT);
    }

    @Test
    void noAddressIsBeyondIt() {
        assertThat(processed().getProperty(PORT)).isEqualTo("8081");
    }

    @Test
    void variablesOfTheSystemAreUnderstood() {
        MockEnvironment environment = new MockEnvironment();
        environment
                .getPropertySources()
                .addLast(new SystemEnvironmentPropertySource("env", Map.of("SERVER_ADDRESS", "0.0.0.0")));
        assertThat(processed(environment).getProperty(PORT)).isEqualTo("8081");
    }

    @Test
    void whatSomebodySetIsLeftAsItIs() {
        Environment port = processed("server.address", "0.0.0.0", PORT, "9090");
        assertThat(port.getProperty(PORT)).isEqualTo("9090");
        assertThat(port.getProperty(ADDRESS)).isEqualTo("127.0.0.1");
        Environment address = processed("server.address", "0.0.0.0", ADDRESS, "10.0.0.1");
        assertThat(address.getProperty(PORT)).isEqualTo("8081");
        assertThat(address.getProperty(ADDRESS)).isEqualTo("10.0.0.1");
    }

    @Test
    void aPortOfTheirOwnIsOnThisMachineWhereverTheServiceIs() {
        assertThat(processed("server.address", "127.0.0.1", PORT, "9090").getProperty(ADDRESS))
                .isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "8080"})
    void noPortOfTheirOwnHasNoAddress(String port) {
        assertThat(processed("server.address", "0.0.0.0", PORT, port).getProperty(ADDRESS))
                .isNull();
    }

    private static Environment processed(String... properties) {
        MockEnvironment environment = new MockEnvironment();
        for (int i = 0; i < properties.length; i += 2) {
            environment.setProperty(properties[i], properties[i + 1]);
        }
        return processed(environment);
    }

    private static Environment processed(MockEnvironment environment) {
        new LocalManagementDefaults().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
