package io.quanyi.workshop.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.TinyRules;
import io.quanyi.workshop.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A document becomes a programme whose cases pass: its text becomes clauses, its table of services rules and cases. */
@Tag("slow")
class NewServicesTests {

    private static final String DOCUMENT = """
            # Support
            Hotline: for gold; see contract in silver.
            Screen shares: silver 6 a year, gold 12.
            Forum: for everybody.
            Plans: there are three. ~ an introduction
            Hours: by day. ~ windows/office-hours
            """;

    private static final String TABLE = """
            Service,Free,Silver,Gold
            Hotline,for a fee; 50 EUR per incident,included; office-hours,included; office-hours; high
            Screen shares,no,6 per year,12 per year
            Forum,included,included,included
            """;

    /** Screen shares have another limit in silver, the hotline is for nobody in free, and the forum is gone. */
    private static final String CHANGED = """
            Service,Free,Silver,Gold
            Hotline,—,included; office-hours,included; office-hours; high
            Screen shares,by contract,8 per year,12 per year
            """;

    private static final String RULES = "acme/policy/2026.1/";

    @TempDir
    private Path folder;

    @BeforeEach
    void aProgrammeFromADocument() throws IOException {
        TinyRules.sealed().write(folder);
        Files.delete(folder.resolve("tiny/releases.yaml"));
        run(
                "new",
                "programme",
                "acme",
                "--vendor",
                "Acme",
                "--zone",
                "Europe/Stockholm",
                "--languages",
                "en",
                "--plans",
                "Free, Silver < Gold",
                "--services",
                "Hotline",
                "--without-period");
        Files.writeString(folder.resolve("doc.txt"), DOCUMENT);
        CommandLineRun clauses = run("new", "clauses", "acme", "--from", folder.resolve("doc.txt"));
        assertThat(clauses.err()).isEmpty();
        assertThat(clauses.out()).contains("5 clauses");
    }

    @Test
    void aTableOfServicesBecomesRulesAndCasesThatPass() throws IOException {
        CommandLineRun made = table(TABLE);
        assertThat(made.err()).isEmpty();
        assertThat(made.out()).contains("6 rules and 9 cases").contains("changed: ");
        assertThat(Files.readString(folder.resolve("acme/policy/2026.1/screen-shares.drl")))
                .contains(
                        "Plan(id == \"silver\")",
                        "new Quota(6, \"time\", \"service-year\")",
                        "\"Support Screen shares\"");
        assertThat(Files.readString(folder.resolve("acme/policy/2026.1/forum.drl")))
                .doesNotContain("Plan(");
        assertThat(Files.readString(folder.resolve("acme/policy/2026.1/hotline.cases.yaml")))
                .contains("outcome: PAYABLE", "charges: [{ from: 50", "window: { id: office-hours }", "priority: high");
        CommandLineRun left = run("next", "acme");
        assertThat(left.out()).contains("[ ] Rules cite clauses of the document");
        citePlans();
        CommandLineRun tested = run("test", "acme");
        assertThat(tested.err()).doesNotContain("case \"Hotline", "case \"Screen", "case \"Forum");
    }

    @Test
    void severalChannelsAreOneListAndARuleSaysOnlyWhatItsPlanHasBesideTheLowerOne() throws IOException {
        Path catalogue = folder.resolve("acme/catalogue/2026-01-01.yaml");
        Files.writeString(
                catalogue,
                Files.readString(catalogue)
                        .replace("channels:\n", "channels:\n  - id: desk\n    names: { en: Desk }\n"));
        CommandLineRun made = table("""
                Service,Free,Silver,Gold
                Hotline,for a fee,phone; desk,phone; desk; high
                Screen shares,see contract,no,no
                """);
        assertThat(made.err()).isEmpty();
        assertThat(Files.readString(folder.resolve("acme/policy/2026.1/hotline.cases.yaml")))
                .contains("route: { channels: [{ id: desk }, { id: phone }], priority: high }")
                .contains("outcome: PAYABLE, reasons: [{ code: available-at-fee }]");
        assertThat(Files.readString(folder.resolve("acme/policy/2026.1/hotline.drl")))
                .containsOnlyOnce("new Channel(\"phone\")")
                .contains("then\n    insert(new Priority(\"high\"));\nend");
        citePlans();
        assertThat(run("test", "acme").err()).doesNotContain("case \"Hotline", "case \"Screen");
    }

    @Test
    void aClauseThatTheCatalogueStatesNeedsNoRule() throws IOException {
        assertThat(Files.readString(folder.resolve("acme/policy/2026.1/clauses.yaml")))
                .contains("decides: false\n    catalogue: [windows/office-hours]");
        assertThat(run("clauses", "acme").out()).contains("Support Hours: stated by the catalogue");
    }

    /** The rule that gold contains silver is the author's to word; here it rests on the clause about the plans. */
    private void citePlans() throws IOException {
        Path plans = folder.resolve("acme/policy/2026.1/plans.drl");
        Files.writeString(plans, Files.readString(plans).replace("TODO AC-PL-01", "Support Hotline"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Hotline,—,—,twice a week; cell D2: \"twice a week\" says nothing that rules can say",
                "Hotline,—,,included; cell C2 is empty",
                "Hotline,—,included,—; plan gold contains plan silver, whose cell",
                "Hotline,—,6 per year,included; plan gold contains plan silver, whose cell",
                "Hotline,—,for a fee,included; plan gold contains plan silver, whose cell",
                "Fax,—,—,included; \"Fax\" names no clause",
                "传真,—,—,included; no id can be made"
            })
    void aCellThatCannotBeMeantIsNamed(String row, String fault) throws IOException {
        CommandLineRun made = table("Service,Free,Silver,Gold\n" + row + "\n");
        assertThat(made.status()).isEqualTo(1);
        assertThat(made.err()).contains(fault);
        assertThat(folder.resolve("acme/policy/2026.1/hotline.drl")).doesNotExist();
    }

    @Test
    void columnsAreNamed() throws IOException {
        assertThat(table("Service,Free,Silver\nHotline,—,—\n").err()).contains("there is no column for gold");
        assertThat(table("Service,Free,Silver,Gold,Platinum\nHotline,—,—,—,—\n").err())
                .contains("the column \"Platinum\" is no plan");
        assertThat(table("Free,Silver,Gold\n—,—,—\n").err()).contains("no column names the services");
        assertThat(table(TABLE + "Hotline,—,—,—\n").err()).contains("the service hotline has a row already");
    }

    @Test
    void rulesThatWereNotMadeFromATableAreNotWrittenOver() throws IOException {
        Files.writeString(folder.resolve(RULES + "forum.drl"), "package acme.forum\n");
        assertThat(table(TABLE).err()).contains("forum.drl");
        assertThat(folder.resolve(RULES + "screen-shares.drl")).doesNotExist();
    }

    @Test
    void aChangedTableIsComparedWithItsRules() throws IOException {
        table(TABLE);
        assertThat(table(TABLE)).satisfies(same -> {
            assertThat(same.status()).isZero();
            assertThat(same.out()).contains("The rules about acme say what the table says.");
        });
        CommandLineRun differs = table(CHANGED);
        assertThat(differs.status()).isEqualTo(1);
        assertThat(differs.out())
                .contains(
                        "other than the rule: AC-SS-01, now Screen shares – Silver: included, 8",
                        "no longer in the table: AC-FO-01",
                        "new: ",
                        "Nothing was written");
        assertThat(text("screen-shares.drl")).contains("new Quota(6,");
    }

    @Test
    void replaceWritesWhatDiffersAndKeepsWhatTheAuthorAdded() throws IOException {
        table(TABLE);
        edit("screen-shares.cases.yaml", "service: screen-shares, at", "service: screen-shares, language: en, at");
        edit("screen-shares.cases.yaml", "silent: [AC-SS-02]", "silent: [AC-SS-02, AC-PL-01]");
        CommandLineRun replaced = table(CHANGED, "--replace");
        assertThat(replaced.err()).isEmpty();
        assertThat(replaced.status()).isZero();
        assertThat(text("screen-shares.drl")).contains("new Quota(8,").doesNotContain("new Quota(6,");
        assertThat(text("screen-shares.cases.yaml"))
                .contains("limit: 8", "language: en", "AC-PL-01", "“8 per year”")
                .doesNotContain("limit: 6");
        assertThat(text("forum.drl")).doesNotContain("rule ");
        assertThat(text("forum.cases.yaml")).isEqualTo("cases: []\n");
        assertThat(table(CHANGED).out()).contains("say what the table says");
        assertThat(run("test", "acme").err()).doesNotContain("case \"Hotline", "case \"Screen", "forum");
    }

    @Test
    void whatWasEditedByHandStays() throws IOException {
        table(TABLE);
        edit("screen-shares.drl", "Screen shares – Silver", "Screen shares for silver");
        edit("screen-shares.cases.yaml", "limit: 6", "limit: 7");
        CommandLineRun replaced = table(CHANGED, "--replace");
        assertThat(replaced.status()).isEqualTo(1);
        assertThat(replaced.out()).contains("edited by hand and left as it is: AC-SS-01 (silver)");
        assertThat(text("screen-shares.drl")).contains("Screen shares for silver", "new Quota(6,");
        assertThat(text("screen-shares.cases.yaml")).contains("limit: 7");
    }

    @Test
    void aServiceThatTheTableHasMoreIsAdded() throws IOException {
        table(TABLE.replace("Forum,included,included,included\n", ""));
        CommandLineRun more = table(TABLE);
        assertThat(more.status()).isZero();
        assertThat(more.out()).contains("new: AC-FO-01").doesNotContain("AC-SS-01");
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(RULES + file));
    }

    private void edit(String file, String text, String other) throws IOException {
        assertThat(text(file)).contains(text);
        Files.writeString(folder.resolve(RULES + file), text(file).replace(text, other));
    }

    @Test
    void listsOfPlansNeedIdsOfTheirOwn() {
        assertThat(run("new", "programme", "b", "--vendor", "B", "--plans", "基础, 金牌")
                        .err())
                .contains("write ID=NAME");
        assertThat(run("new", "programme", "b", "--vendor", "B", "--plans", "Gold, gold")
                        .err())
                .contains("each with an id of its own");
    }

    private CommandLineRun table(String text, String... options) throws IOException {
        Path table = folder.resolve("services.csv");
        Files.writeString(table, text);
        List<Object> call = new ArrayList<>(List.of("new", "services", "acme", "--from", table));
        call.addAll(List.of(options));
        return run(call.toArray());
    }

    private CommandLineRun run(Object... call) {
        List<Object> arguments = new ArrayList<>(List.of(call));
        Stream.of("--rules", folder).forEach(arguments::add);
        return CommandLineRun.of(arguments.toArray());
    }
}
