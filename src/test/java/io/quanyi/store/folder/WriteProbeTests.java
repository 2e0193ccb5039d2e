package io.quanyi.store.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.Fault;
import io.quanyi.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteProbeTests {

    @TempDir
    private Path folder;

    @Test
    void aFolderWithRoomCanBeWrittenAndNothingIsLeftInIt() throws IOException {
        assertThat(WriteProbe.of(folder, 1)).isEmpty();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void tooLittleRoomIsSaidWithTheFigures() {
        Fault fault = WriteProbe.of(folder, Long.MAX_VALUE).orElseThrow();
        assertThat(fault.code()).isEqualTo("store-space-low");
        for (Language language : Language.values()) {
            assertThat(fault.message(language)).contains(Long.toString(Long.MAX_VALUE >> 20));
        }
    }

    @Test
    void aFolderThatIsGoneCannotBeWritten() {
        assertThat(WriteProbe.of(folder.resolve("missing"), 0).map(Fault::code)).contains("store-not-written");
    }

    @Test
    void whatIsInTheWayIsSaid() throws IOException {
        Files.createDirectory(folder.resolve(".probe"));
        assertThat(WriteProbe.of(folder, 0).map(Fault::code)).contains("store-not-written");
    }
}
