package io.quanyi.store.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quanyi.store.StoreRefused;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String URL = "jdbc:postgresql://db.example.org:5432/rules";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost/rules",
                "jdbc:postgresql://[::1]:5432/rules",
                "jdbc:postgresql://one:5432,two:5432/rules?targetServerType=primary",
                "jdbc:postgresql://db/rules?sslmode=verify-full&sslrootcert=/etc/ca.pem"
            })
    void anAddressIsThatOfADatabase(String url) {
        assertThat(DatabaseAddress.of(settings(url, "quanyi", TIMEOUT)).url()).isEqualTo(url);
    }

    /** Some parameters of the driver name a class to load or a file to write. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "postgresql://db/rules",
                "jdbc:mysql://db/rules",
                "jdbc:postgresql:rules",
                "jdbc:postgresql://db",
                "jdbc:postgresql://me:s3cret@db/rules",
                "jdbc:postgresql://db/rules?user=me",
                "jdbc:postgresql://db/rules?password=s3cret",
                "jdbc:postgresql://db/rules?sslmode=require&socketFactory=a.B&socketFactoryArg=x",
                "jdbc:postgresql://db/rules?loggerFile=/tmp/x",
                "jdbc:postgresql://db:port/rules",
                "jdbc:postgresql://db/rules?"
            })
    void anotherAddressIsRefusedWithoutBeingRepeated(String url) {
        assertThat(refused(settings(url, "quanyi", TIMEOUT))).isEqualTo("url");
    }

    @ParameterizedTest
    @CsvSource({"quanyi_2,", "public,", "Quanyi,schema", "pg_x,schema", "a-b,schema", "'a\"b',schema", "'',schema"})
    void aSchemaNeedsNoQuotes(String schema, String setting) {
        assertThat(refused(settings(URL, schema, TIMEOUT))).isEqualTo(setting);
    }

    @ParameterizedTest
    @CsvSource({"PT1S,", "PT0.999S,timeout", "PT1H,", "PT1H0.001S,timeout"})
    void theTimeoutHasBounds(Duration timeout, String setting) {
        assertThat(refused(settings(URL, "quanyi", timeout))).isEqualTo(setting);
    }

    @Test
    void noTextHasThePassword() {
        PostgresqlStoreSettings settings = settings(URL, "quanyi", TIMEOUT);
        assertThat(settings.toString()).doesNotContain("s3cret");
        assertThat(DatabaseAddress.of(settings).toString()).doesNotContain("s3cret");
    }

    private static @Nullable String refused(PostgresqlStoreSettings settings) {
        StoreRefused refused = catchThrowableOfType(StoreRefused.class, () -> DatabaseAddress.of(settings));
        if (refused == null) {
            return null;
        }
        assertThat(refused).hasMessageNotContaining("s3cret").hasNoCause();
        return refused.fault().arguments().get(0).toString();
    }

    private static PostgresqlStoreSettings settings(String url, String schema, Duration timeout) {
        return new PostgresqlStoreSettings(url, "me", "s3cret", schema, Path.of("copy"), timeout);
    }
}
