package io.quanyi.workshop.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.SourceTree;
import io.quanyi.source.TinyRules;
import io.quanyi.workshop.CommandLineRun;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person at a terminal is asked for the arguments that a scaffold lacks; a script is told which are missing. */
@Tag("slow")
class AskedArgumentsTests {

    @TempDir
    private Path folder;

    @Test
    void aProgrammeIsAskedForItsVendorAndItsId() {
        TinyRules.draft().write(folder);
        CommandLineRun run = typing("Acme & Sons\nBig\ntiny\n\nacme\n", "new programme");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("acme/programme.yaml").doesNotContain("> ");
        assertThat(run.err())
                .contains("The name of the vendor.\n--vendor> ")
                .contains("The id of the programme and name of its folder", "\"Big\" cannot be the name here")
                .contains("ID> programme tiny exists already\nID> ID> ");
        assertThat(folder.resolve("acme/programme.yaml")).content().contains("'Acme & Sons'");
    }

    @Test
    void aServiceIsAskedForWhatTheCallLacks() {
        TinyRules.draft().write(folder);
        CommandLineRun run = typing("tyni\ntiny\nhelp\nvisit\n", "new service");
        assertThat(run.status()).isZero();
        assertThat(run.err())
                .contains("The programme, such as kingdee-galaxy-public.\nOne of: tiny\nPROGRAMME> unknown programme")
                .contains("ID> tiny already has a service help\nID> ");
        assertThat(folder.resolve("tiny/policy/1/visit.drl")).exists();
        assertThat(typing("call\n", "new service tiny").status()).isZero();
        assertThat(folder.resolve("tiny/policy/1/call.drl")).exists();
    }

    @Test
    void aRuleIsAskedForItsServiceUnlessItIsForAllClauses() {
        TinyRules.draft().write(folder);
        CommandLineRun run = typing("tiny\nhalp\nhelp\n", "new rule");
        assertThat(run.status()).isZero();
        assertThat(run.err()).contains("One of: help, sp-more\nSERVICE> tiny has no service \"halp\"");
        assertThat(folder.resolve("tiny/policy/1/help.drl")).content().contains("T-HE-03");
        assertThat(typing("tiny\n", "new rule --all").err()).doesNotContain("SERVICE>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tiny\n", "tyni\n"})
    void nothingIsWrittenWhereTheInputEnds(String lines) {
        TinyRules.draft().write(folder);
        String before = digest();
        CommandLineRun run = typing(lines, "new service");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("missing: ").endsWith("usage: quanyi new service --help\n");
        assertThat(digest()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"new service --json", "new version", "check --quick=x", "new service tiny a b"})
    void nobodyIsAskedByOtherCalls(String call) {
        TinyRules.draft().write(folder);
        CommandLineRun run = typing("tiny\nvisit\n", call);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(2).doesNotContain("> ");
    }

    @Test
    void aScriptIsToldWhatIsMissing() {
        TinyRules.draft().write(folder);
        CommandLineRun run = CommandLineRun.of("new", "service", "--rules", folder);
        assertThat(run.err()).isEqualTo("missing: PROGRAMME\nusage: quanyi new service --help\n");
        Path nowhere = folder.resolve("nowhere");
        assertThat(CommandLineRun.typing("tiny\n", "new", "service", "--rules", nowhere)
                        .err())
                .startsWith("missing: PROGRAMME\n");
    }

    private CommandLineRun typing(String lines, String call) {
        Object[] arguments = Stream.concat(Arrays.stream(call.split(" ")), Stream.of("--rules", folder))
                .toArray();
        return CommandLineRun.typing(lines, arguments);
    }

    private String digest() {
        return SourceTree.digest(SourceTree.ofFolder(folder).under(""));
    }
}
