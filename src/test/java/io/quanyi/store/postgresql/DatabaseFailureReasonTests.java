package io.quanyi.store.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseFailureReasonTests {

    @ParameterizedTest
    @EnumSource
    void aReasonHasATextInEachLanguage(DatabaseFailureReason reason) {
        for (Language language : Language.values()) {
            assertThat(Texts.of(language, reason.textCode())).isNotBlank().isNotEqualTo(reason.textCode());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "08001, NOT_CONNECTED",
        "08006, BROKE_OFF",
        "28P01, LOGIN_REFUSED",
        "3D000, MISSING",
        "42501, FORBIDDEN",
        "25006, READ_ONLY",
        "53100, FULL",
        "53300, BUSY",
        "57014, NOT_ANSWERED",
        "57P01, BROKE_OFF",
        "57P03, BUSY",
        "42P01, FAILED",
        "'', FAILED",
        ", FAILED"
    })
    void aReasonIsThatOfTheStateOfSql(String state, DatabaseFailureReason reason) {
        assertThat(DatabaseFailureReason.of(new SQLException("words of a server", state)))
                .isEqualTo(reason);
    }

    @Test
    void aCauseSaysMoreThanAState() {
        assertThat(DatabaseFailureReason.of(new SQLException("", "08001", new SSLException("no"))))
                .isEqualTo(DatabaseFailureReason.NOT_TRUSTED);
        assertThat(DatabaseFailureReason.of(new SQLException("", "08006", new SocketTimeoutException("no"))))
                .isEqualTo(DatabaseFailureReason.NOT_ANSWERED);
    }
}
