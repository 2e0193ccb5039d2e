package io.quanyi.workshop.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.SourceTree;
import io.quanyi.source.TinyRules;
import io.quanyi.workshop.CommandLineRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackCommandTests {

    @TempDir
    private Path folder;

    @TempDir
    private Path target;

    @Test
    void thePackHoldsTheSameTree() throws IOException {
        TinyRules.sealed().write(folder);
        Path zip = pack("deep/below/rules.zip");
        try (InputStream stream = Files.newInputStream(zip)) {
            assertThat(SourceTree.digest(SourceTree.ofZip(stream).under("")))
                    .isEqualTo(SourceTree.digest(SourceTree.ofFolder(folder).under("")));
        }
    }

    @Test
    void theSameRulesGiveTheSameBytesAnywhereAndAtAnyTime() throws IOException {
        TinyRules.sealed().write(folder);
        Path first = pack("first.zip");
        Files.setLastModifiedTime(folder.resolve("readings.yaml"), FileTime.fromMillis(0));
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(pack("second.zip")).hasSameBinaryContentAs(first);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void rulesThatDoNotHoldAreNotPacked() {
        TinyRules.draft().change("tiny/policy/1/help.drl", "then", "than").write(folder);
        assertThat(CommandLineRun.of("pack", "--rules", folder, target.resolve("rules.zip"))
                        .status())
                .isEqualTo(1);
        assertThat(target.resolve("rules.zip")).doesNotExist();
    }

    private Path pack(String name) {
        Path zip = target.resolve(name);
        assertThat(CommandLineRun.of("pack", "--rules", folder, zip)).isEqualTo(new CommandLineRun(0, "", ""));
        return zip;
    }
}
