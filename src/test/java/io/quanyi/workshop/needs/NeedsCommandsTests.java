package io.quanyi.workshop.needs;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.workshop.CommandLineRun;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NeedsCommandsTests {

    private static final Path SHIPPED = Path.of("rules");
    private static final String SLA = "yonyou-aftersales-sla";

    @Test
    void eachFactIsShownWithWhatLooksAtItAndWhatItsAbsenceMeans() {
        CommandLineRun run = CommandLineRun.of("facts", SLA, "incident-support", "--rules", SHIPPED);
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .startsWith(
                        "What a request must say, and may say, about \"Support with incidents, P1 to P4\"\n\n/programme")
                .contains(
                        "/question/severity  severity\n  How grave the issue is, as the caller classified it\n  value: P1 (P1 (emergency))")
                .contains("  if absent: Asked for if the answer depends on it\n  when it matters:\n    YAS-")
                .contains("if the contract has a term about the service: quota");
    }

    @Test
    void itIsSaidInChineseToo() {
        assertThat(CommandLineRun.in(Locale.CHINA, "facts", SLA, "incident-support", "--rules", SHIPPED)
                        .out())
                .contains("/question/severity  严重级别", "未写明时：影响答复时须补充", "合同对该服务另有约定时（额度）");
        assertThat(CommandLineRun.in(Locale.CHINA, "codes", SLA, "outcome", "--rules", SHIPPED)
                        .out())
                .contains("outcome（结论）", "ENTITLED（享有）");
    }

    @Test
    void programsGetJsonAndTheSchema() {
        assertThat(CommandLineRun.of("facts", SLA, "incident-support", "--json", "--rules", SHIPPED)
                        .out()
                        .replaceAll("\\s+", ""))
                .contains("\"pointer\":\"/question/severity\"", "\"means\":\"unknown\"", "\"effect\":\"quota\"");
        assertThat(CommandLineRun.of("facts", SLA, "incident-support", "--schema", "--rules", SHIPPED)
                        .out()
                        .replaceAll("\\s+", ""))
                .contains("\"enum\":[\"incident-support\"]", "\"P4\"", "null]");
        assertThat(CommandLineRun.of("codes", SLA, "severity", "--json", "--rules", SHIPPED)
                        .out()
                        .replaceAll("\\s+", ""))
                .contains(
                        "\"id\":\"severity\"",
                        "\"members\":[\"/subscription/contract/terms/severity\",\"/question/severity\"]")
                .doesNotContain("\"id\":\"plan\"");
    }

    @Test
    void codesAreShownWithTheirNamesAndOthers() {
        assertThat(CommandLineRun.of("codes", "kingdee-galaxy-public", "--rules", SHIPPED)
                        .out())
                .contains(
                        "plan (plan)\n  basic (Basic)\n",
                        "; also ",
                        "region (ISO 3166 region)",
                        "CN (China)",
                        "CNY (Chinese Yuan)");
    }

    @Test
    void whatIsUnknownIsRefusedWithWhatThereIs() {
        CommandLineRun service = CommandLineRun.of("facts", SLA, "incident-suport", "--rules", SHIPPED);
        assertThat(service.status()).isEqualTo(2);
        assertThat(service.err()).contains("did you mean \"incident-support\"?", "remote-support");
        CommandLineRun list = CommandLineRun.of("codes", SLA, "colour", "--rules", SHIPPED);
        assertThat(list.status()).isEqualTo(2);
        assertThat(list.err()).contains("colour", "severity");
        assertThat(CommandLineRun.of("codes", "nowhere", "--rules", SHIPPED).status())
                .isEqualTo(2);
    }
}
