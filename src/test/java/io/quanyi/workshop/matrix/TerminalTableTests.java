package io.quanyi.workshop.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalTableTests {

    @Test
    void columnsStandBelowEachOtherInEveryScript() {
        TerminalTable table = new TerminalTable();
        table.add(List.of(List.of("服务"), List.of("low"), List.of("高档（全）")));
        table.add(List.of(List.of("help"), List.of("yes", "每年 2 次"), List.of("no")));
        assertThat(table.lines())
                .containsExactly(
                        "服务  low        高档（全）", "----  ---------  ----------", "help  yes        no", "      每年 2 次");
    }

    @Test
    void aHeadAloneIsATableToo() {
        TerminalTable table = new TerminalTable();
        table.add(List.of(List.of("a"), List.of("b")));
        assertThat(table.lines()).containsExactly("a  b");
    }
}
