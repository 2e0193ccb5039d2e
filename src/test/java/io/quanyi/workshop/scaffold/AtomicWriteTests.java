package io.quanyi.workshop.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyi.source.FaultsFound;
import io.quanyi.source.SourceTree;
import io.quanyi.source.TinyRules;
import io.quanyi.workshop.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A edit is written as a whole or not at all. */
class AtomicWriteTests {

    private static final String CLAUSES = "tiny/policy/1/clauses.yaml";

    @TempDir
    private Path folder;

    @Test
    void whatCannotBeWrittenAsAWholeIsTakenBack() throws IOException {
        RulesEdit edit = edit();
        edit.extend(CLAUSES, "clauses", "- { number: 四, quote: q, gloss: g, decides: true }");
        edit.add("new/deep/a.yaml", "a");
        edit.add("wall/b.yaml", "b");
        Files.writeString(folder.resolve("wall"), "a file where a folder should be");
        String before = digest();
        assertThatThrownBy(() -> AtomicWrite.write(folder, edit)).isInstanceOf(IOException.class);
        assertThat(digest()).isEqualTo(before);
        assertThat(folder.resolve("new")).doesNotExist();
        assertThat(folder.resolve("tiny/policy/1/.clauses.yaml.draft")).doesNotExist();
    }

    @Test
    void whatSomebodyElseChangedIsNotOverwritten() throws IOException {
        RulesEdit edit = edit();
        edit.append("tiny/policy/1/help.drl", "// more\n");
        edit.add("tiny/policy/1/more.yaml", "a");
        Files.writeString(folder.resolve("tiny/policy/1/help.drl"), "theirs");
        Files.writeString(folder.resolve("tiny/policy/1/more.yaml"), "theirs");
        assertThatThrownBy(() -> AtomicWrite.write(folder, edit))
                .isInstanceOfSatisfying(
                        FaultsFound.class,
                        found -> assertThat(found.faults())
                                .extracting(fault -> fault.code())
                                .containsExactly("file-changed-meanwhile", "file-exists"));
        assertThat(folder.resolve("tiny/policy/1/help.drl")).hasContent("theirs");
        assertThat(folder.resolve("tiny/policy/1/more.yaml")).hasContent("theirs");
    }

    @Test
    void aFolderThatCannotBeWrittenToIsSaidInWords() throws IOException {
        TinyRules.draft().write(folder);
        Files.createDirectory(folder.resolve("tiny/policy/1/.help.drl.draft"));
        CommandLineRun run = CommandLineRun.of("new", "rule", "tiny", "help", "--rules", folder);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).startsWith("cannot read or write: ").doesNotContain("\tat ");
    }

    private RulesEdit edit() {
        TinyRules rules = TinyRules.draft();
        rules.write(folder);
        return new RulesEdit(rules.tree());
    }

    private String digest() {
        return SourceTree.digest(SourceTree.ofFolder(folder).under(""));
    }
}
