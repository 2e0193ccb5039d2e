package io.quanyi.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosestWordTests {

    private static final List<String> WORDS = List.of("online-ticket", "im-support", "P1", "premium", "星空旗舰版");

    @ParameterizedTest
    @CsvSource({
        "online-tickets, online-ticket",
        "onlineticket, online-ticket",
        "Online_Ticket, online-ticket",
        "im-suport, im-support",
        "PREMIUM, premium",
        "p1, P1",
        "星空旗舰, 星空旗舰版"
    })
    void aMisspeltWordIsGuessed(String written, String meant) {
        assertThat(ClosestWord.near(written, WORDS)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"teleportation", "P9x4", "x", "''", "premium-premium-premium", "星"})
    void nothingIsGuessedFromAWordThatResemblesNone(String written) {
        assertThat(ClosestWord.near(written, WORDS)).isEmpty();
    }
}
