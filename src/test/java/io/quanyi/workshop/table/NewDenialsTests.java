package io.quanyi.workshop.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.TinyRules;
import io.quanyi.workshop.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table of what a service leaves out becomes rules that refuse, and cases of which nothing is left to fill in. */
@Tag("slow")
class NewDenialsTests {

    private static final String RULES = "tiny/policy/1/help-denials.drl";
    private static final String CASES = "tiny/policy/1/help-denials.cases.yaml";

    private static final String ADDED = """
            - { number: 四, quote: '"颜色"和声音除外', gloss: No colours or sounds, decides: true }
              - { number: 五, quote: 玩具除外, gloss: No toys, decides: true }
              - { number: 三,""";

    @TempDir
    private Path folder;

    @BeforeEach
    void aDraftWithTopicsAndTwoProducts() {
        TinyRules.draft()
                .change("tiny/catalogue/2026-01-01.yaml", "en: Thing } }]", """
                        en: Thing } }, { id: toy, names: { zh-CN: 玩具, en: Toy } }]
                        topics:
                          - { id: colours, names: { zh-CN: 颜色, en: Colours } }
                          - { id: sounds, names: { zh-CN: 声音, en: Sounds } }
                        """)
                .change("tiny/policy/1/clauses.yaml", "- { number: 三,", ADDED)
                .write(folder);
    }

    @Test
    void aRowBecomesARuleAndItsCasesWhichPass() throws IOException {
        CommandLineRun made = table("""
                service,topic,clause
                Help,Colours; sounds,四
                """);
        assertThat(made.err()).isEmpty();
        assertThat(made.out()).contains("1 rule and 3 cases");
        assertThat(Files.readString(folder.resolve(RULES))).contains("""
                rule "Help – Colours, Sounds: not included"
                    @zh("帮助，颜色、声音：不包含")
                    @id(T-HE2-01) @clause("四")
                when
                    Question(service == "help", topic in ("colours", "sounds"))
                then
                    insert(new Denied("out-of-scope"));
                end
                """);
        assertThat(Files.readString(folder.resolve(CASES)))
                .contains("name: \"Help – Colours: not included\"", "topic: sounds", "fires: [T-HE2-01]")
                .contains("expect: { outcome: NOT_ENTITLED, reasons: [{ code: out-of-scope }] }")
                .contains("name: \"A request for Help that is not about Colours, Sounds\"", "silent: [T-HE2-01]")
                .doesNotContain("TODO");
        assertThat(CommandLineRun.of("test", "--rules", folder).err()).doesNotContain("cases.yaml");
        assertThat(table("service,topic,clause\nHelp,Colours,四\n").err()).contains("help-denials.drl");
    }

    @Test
    void aProductIsRefusedAndAnotherOneIsNot() throws IOException {
        assertThat(table("服务,产品,topic,条款\n帮助,玩具,,五\nHelp,,颜色,四\n").err()).isEmpty();
        assertThat(Files.readString(folder.resolve(RULES)))
                .contains("Product(id == \"toy\")", "new Denied(\"product-not-applicable\")");
        assertThat(Files.readString(folder.resolve(CASES)))
                .contains("{ plan: high, product: toy }", "{ plan: high, product: thing }")
                .contains("The clause names it: “'颜色'和声音除外”");
        assertThat(Files.readString(folder.resolve("tiny/policy/1/help.cases.yaml")))
                .contains("subscription: { plan: low, product: thing }");
        assertThat(CommandLineRun.of("test", "--rules", folder).err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            service,plan,clause        | Help,high,四          | cell B1: "plan" is no column of a table of denials
            service,topic,topic,clause | Help,colours,,四      | cell C1: "topic" is no column
            service,topic              | Help,colours          | has to name the columns service, clause
            service,clause             | Help,四               | has to name the columns service, clause
            service,topic,clause       | Fax,colours,四        | cell A2: "Fax" is no service; the services: help, sp-more
            service,topic,clause       | Help,smells,四        | "smells" is not in the catalogue
            service,topic,clause       | Help,*,四             | the row of cell A2 names nothing that is left out
            service,topic,clause       | Help,colours,九       | has no clause "九"
            service,topic,clause       | Help,colours,         | is empty
            """)
    void whatCannotBeMeantIsNamed(String headings, String row, String fault) throws IOException {
        CommandLineRun made = table(headings + "\n" + row + "\n");
        assertThat(made.status()).isEqualTo(1);
        assertThat(made.err()).contains(fault);
        assertThat(folder.resolve(RULES)).doesNotExist();
    }

    @Test
    void rowsThatSayTheSameAreNamed() throws IOException {
        assertThat(table("service,topic,clause\nHelp,colours,四\nhelp,Colours,四\n")
                        .err())
                .contains("the row of cell A3 says the same as that of A2");
    }

    private CommandLineRun table(String text) throws IOException {
        Path table = folder.resolve("denials.csv");
        Files.writeString(table, text);
        return CommandLineRun.of("new", "denials", "tiny", "--from", table, "--rules", folder);
    }
}
