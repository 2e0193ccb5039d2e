package io.quanyi.access.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiKeyFileTests {

    private static final ApiKey KEY = ApiKey.make("crm", new SecureRandom());
    private static final String LINES = """
            quanyi:
              access:
                keys:
                  - id: "crm"
                    hash: "%s"
                    roles: [decider, reader]
                    note: "the CRM's integration team"
            """.formatted(KEY.hash());

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void file() {
        file = folder.resolve("keys.yaml");
    }

    @Test
    void theLinesOfAKeyAreRead() throws IOException {
        ApiKeyFile.Content read = read(LINES);
        assertThat(read.faults()).isEmpty();
        assertThat(read.keys()).singleElement().satisfies(key -> {
            assertThat(key.id()).isEqualTo("crm");
            assertThat(key.hash()).isEqualTo(KEY.hash());
            assertThat(key.roles()).containsExactly("decider", "reader");
        });
    }

    @Test
    void everyFaultOfEveryKeyIsNamedWithoutItsSecrets() throws IOException {
        String wrong = LINES.replace("\"crm\"", "\"CRM\"").replace(KEY.hash(), KEY.text()) + """
                      - id: "im"
                        hash: "%s"
                        roles: [writer]
                """.formatted(KEY.hash());
        ApiKeyFile.Content read = read(wrong);
        assertThat(read.keys()).isEmpty();
        assertThat(read.faults())
                .hasSize(3)
                .allMatch(fault -> fault.startsWith(file + ": quanyi.access.keys["))
                .anyMatch(fault -> fault.contains("keys[0].id must be"))
                .anyMatch(fault -> fault.contains("keys[0].hash must be"))
                .anyMatch(fault -> fault.contains("there is no role \"writer\""))
                .noneMatch(fault -> fault.contains(KEY.text()));
    }

    @ParameterizedTest
    @CsvSource({
        "'    jwt: {issuer: x}', line 8 is no part of an API key",
        "'      - {id: im, secret: x}', line 8 is no part of an API key",
        "'server: {port: 1}', line 8 is no part of an API key",
        "'---', must be one YAML document",
        "'  - [', is not YAML"
    })
    void whatIsNoPartOfAKeyIsRefused(String more, String fault) throws IOException {
        ApiKeyFile.Content read = read(LINES + more + "\n" + ("---".equals(more) ? LINES : ""));
        assertThat(read.keys()).isEmpty();
        assertThat(read.faults()).singleElement().asString().contains(file.toString(), fault);
    }

    @ParameterizedTest
    @CsvSource({
        "'', must be one YAML document",
        "'quanyi: {access: {keys: []}}', names no key",
        "'quanyi: {access: {keys: crm}}', line 1 is no part of an API key",
        "'- a', line 1 is no part of an API key"
    })
    void aFileWithoutKeysIsRefused(String text, String fault) throws IOException {
        assertThat(read(text).faults()).singleElement().asString().contains(fault);
    }

    @Test
    void aFileThatCannotBeReadIsRefused() throws IOException {
        assertThat(new ApiKeyFile(file).read().faults())
                .singleElement()
                .asString()
                .contains("cannot be read");
        Files.write(file, new byte[(1 << 20) + 1]);
        assertThat(new ApiKeyFile(file).read().faults())
                .singleElement()
                .asString()
                .contains("longer than 1 MB");
    }

    /** Otherwise a file that breaks between the check of the settings and the reading would open the service to everybody. */
    @Test
    void withoutReadableKeysNoCredentialsAreMade() throws IOException {
        AccessProperties settings = new AccessProperties(List.of(), Files.writeString(file, LINES), null);
        assertThat(settings.acceptedKeys()).hasSize(1);
        Files.writeString(file, "quanyi:");
        assertThatThrownBy(settings::acceptedKeys)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no part of an API key");
    }

    /** Keys that change while the service starts are not missed. */
    @Test
    void theReloadBeginsWithTheKeysThatAreThere() throws IOException {
        AccessProperties settings = new AccessProperties(List.of(), Files.writeString(file, LINES), null);
        AcceptedCredentials credentials = AcceptedCredentials.of(settings, Clock.systemUTC());
        ApiKey other = ApiKey.make("crm", new SecureRandom());
        Files.writeString(file, LINES.replace(KEY.hash(), other.hash()));
        assertThat(new ApiKeyReload(file, credentials).isRefused()).isFalse();
        assertThat(credentials.holderOf(other.text())).isPresent();
        assertThat(credentials.holderOf(KEY.text())).isEmpty();
    }

    private ApiKeyFile.Content read(String text) throws IOException {
        return new ApiKeyFile(Files.writeString(file, text)).read();
    }
}
