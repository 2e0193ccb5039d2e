package io.quanyi.store.postgresql;

import io.quanyi.source.Fault;
import io.quanyi.store.StoreRefused;
import java.time.Duration;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.postgresql.Driver;

/**
 * The address of a database, with the settings by which the driver connects to it.
 *
 * @param url the address
 * @param schema the schema of the tables, which needs no quotes
 * @param properties the login and the bounds of a connection
 */
record DatabaseAddress(String url, String schema, Properties properties) {

    private static final Pattern URL =
            Pattern.compile("jdbc:postgresql://[A-Za-z0-9.,:\\[\\]_-]+/[A-Za-z0-9_.-]+(\\?.*)?");
    private static final Pattern PARAMETER = Pattern.compile("([A-Za-z]+)=[^&]*");

    /** The parameters that an address may have. Others name classes to load or files to write, or are settings of their own. */
    private static final Set<String> PARAMETERS =
            Set.of("sslmode", "sslrootcert", "sslcert", "sslkey", "targetServerType", "channelBinding");

    private static final Pattern SCHEMA = Pattern.compile("(?!pg_)[a-z_][a-z0-9_]{0,62}");
    private static final Duration MIN_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration MAX_TIMEOUT = Duration.ofHours(1);

    /** @throws StoreRefused naming a setting that is wrong, never its value, which may contain a secret */
    static DatabaseAddress of(PostgresqlStoreSettings settings) {
        requireThat(isAddress(settings.url()), "url");
        requireThat(SCHEMA.matcher(settings.schema()).matches(), "schema");
        Duration timeout = settings.timeout();
        requireThat(timeout.compareTo(MIN_TIMEOUT) >= 0 && timeout.compareTo(MAX_TIMEOUT) <= 0, "timeout");
        Properties properties = new Properties();
        if (settings.user() != null) {
            properties.setProperty("user", settings.user());
        }
        if (settings.password() != null) {
            properties.setProperty("password", settings.password());
        }
        String seconds = Long.toString(timeout.toSeconds());
        properties.setProperty("connectTimeout", seconds);
        properties.setProperty("socketTimeout", seconds);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "quanyi");
        properties.setProperty("currentSchema", settings.schema());
        // Statements are not kept on the server: a connection is used once, and a proxy may share it with others
        properties.setProperty("prepareThreshold", "0");
        return new DatabaseAddress(settings.url(), settings.schema(), properties);
    }

    private static boolean isAddress(String url) {
        if (!URL.matcher(url).matches() || Driver.parseURL(url, null) == null) {
            return false;
        }
        int query = url.indexOf('?');
        return query < 0
                || Arrays.stream(url.substring(query + 1).split("&", -1)).allMatch(DatabaseAddress::isKnown);
    }

    private static boolean isKnown(String parameter) {
        var matcher = PARAMETER.matcher(parameter);
        return matcher.matches() && PARAMETERS.contains(matcher.group(1));
    }

    private static void requireThat(boolean right, String setting) {
        if (!right) {
            throw new StoreRefused(Fault.at("", "store-database-setting", setting));
        }
    }

    /** The address alone: the properties have a password. */
    @Override
    public String toString() {
        return url;
    }
}
