package io.quanyi.workshop.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.workshop.table.words.PlainWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableColumnTests {

    @ParameterizedTest
    @ValueSource(strings = {"docs/authoring.md", "docs/authoring.zh-CN.md"})
    void everyColumnIsInTheDocumentation(String document) throws IOException {
        String text = Files.readString(Path.of(document));
        assertThat(Arrays.stream(TableColumn.values()).map(column -> "`" + column.id() + "`"))
                .allSatisfy(name -> assertThat(text).contains(name));
        assertThat(TableColumn.allNames()).allSatisfy(name -> assertThat(text).contains(name));
    }

    @Test
    void aNameStandsForOneColumn() {
        assertThat(Arrays.stream(TableColumn.values())
                        .flatMap(column -> column.names().stream())
                        .map(PlainWord::of))
                .doesNotHaveDuplicates();
        assertThat(TableColumn.named(" Response  Time")).contains(TableColumn.RESPONSE);
        assertThat(TableColumn.named("首次响应")).contains(TableColumn.RESPONSE);
        assertThat(TableColumn.named("priority")).isEmpty();
    }
}
