package io.quanyi.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.text.Language;
import io.quanyi.text.TextRules;
import io.quanyi.text.Texts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Checks the help and the messages for wrong calls, in both languages. */
class HelpTests {

    private static final int WIDEST = 100;

    static List<String> commands() {
        return all(command(Language.ENGLISH))
                .map(spec -> spec.qualifiedName(" "))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandExplainsItselfInChinese(String command) {
        String help = help(Language.CHINESE, command);
        assertThat(help).contains("用法：" + command).doesNotContainPattern("<\\w+>");
        assertThat(TextRules.strays(Language.CHINESE, withoutIds(help))).isEmpty();
        assertThat(TextRules.terms(Language.CHINESE, help)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandExplainsItselfInEnglish(String command) {
        String help = help(Language.ENGLISH, command);
        assertThat(help).contains("Usage: " + command).doesNotContainPattern("\\p{IsHan}");
        assertThat(TextRules.terms(Language.ENGLISH, help)).isEmpty();
        assertThat(help.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(WIDEST));
    }

    @ParameterizedTest
    @EnumSource
    void everyCommandOptionAndParameterIsDescribedInOneSentence(Language language) {
        for (CommandSpec spec : all(command(language)).toList()) {
            assertThat(spec.usageMessage().description().length
                            + spec.usageMessage().header().length)
                    .as(spec.qualifiedName(" "))
                    .isPositive();
            for (ArgSpec argument : spec.args()) {
                assertThat(argument.description())
                        .as(spec.qualifiedName(" ") + " " + argument.paramLabel())
                        .hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theHeadersOfAllCommandsAreWrittenAlike(Language language) {
        assertThat(all(command(language)))
                .flatExtracting(spec -> List.of(spec.usageMessage().header()))
                .isNotEmpty()
                .allSatisfy(header -> assertThat(header).matches(language == Language.CHINESE ? ".*[^。]" : ".*\\."));
    }

    @ParameterizedTest
    @EnumSource
    void everyTextOfHelpIsShownSomewhereAndWhole(Language language) {
        String all = squeezed(
                commands().stream().map(command -> help(language, command)).collect(Collectors.joining()));
        assertThat(Texts.codes(language).stream().filter(code -> code.startsWith("help.")))
                .allSatisfy(code -> assertThat(parts(Texts.of(language, code)))
                        .allSatisfy(part -> assertThat(all).contains(squeezed(part))));
    }

    @ParameterizedTest
    @MethodSource("wrongCalls")
    void aWrongCallIsToldInTheLanguageAskedFor(Wrong wrong) {
        for (Language language : Language.values()) {
            List<Object> call =
                    new ArrayList<>(Arrays.asList((Object[]) wrong.call().split(" ", -1)));
            call.addAll(List.of("--language", language.tag()));
            CommandLineRun run = CommandLineRun.of(call.toArray());
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().lines()).hasSize(2);
            assertThat(run.err()).startsWith(language == Language.CHINESE ? wrong.chinese() : wrong.english());
            assertThat(TextRules.strays(language, run.err())).isEmpty();
        }
    }

    record Wrong(String call, String chinese, String english) {}

    static Stream<Wrong> wrongCalls() {
        return Stream.of(
                new Wrong(
                        "explain",
                        "命令缺少：FILE\n用法：quanyi explain --help\n",
                        "missing: FILE\nusage: quanyi explain --help\n"),
                new Wrong("check --foo", "没有选项 --foo\n", "unknown option: --foo\n"),
                new Wrong(
                        "check --rule=x",
                        "没有选项 --rule=x；是否应为“--rules”？\n",
                        "unknown option: --rule=x; did you mean \"--rules\"?\n"),
                new Wrong("chek", "没有命令 chek；是否应为“check”？\n", "unknown command: chek; did you mean \"check\"?\n"),
                new Wrong(
                        "new rulez a b",
                        "没有命令 rulez；是否应为“rule”？\n",
                        "unknown command: rulez; did you mean \"rule\"?\n"),
                new Wrong("frobnicate", "没有命令 frobnicate\n", "unknown command: frobnicate\n"),
                new Wrong("matrix tiny tinier", "多余的内容：tinier\n", "unexpected: tinier\n"),
                new Wrong(
                        "matrix tiny --at 2026",
                        "--at 的值“2026”有误，应为：带时区偏移的时刻",
                        "--at: \"2026\" is wrong; expected: an instant with an offset"),
                new Wrong(
                        "new programme big --vendor X --zone Nowhere/Land",
                        "--zone 的值“Nowhere/Land”有误，应为：时区名称",
                        "--zone: \"Nowhere/Land\" is wrong; expected: a time zone"),
                new Wrong(
                        "impact tiny --max-seconds soon",
                        "--max-seconds 的值“soon”有误，应为：整数",
                        "--max-seconds: \"soon\" is wrong; expected: a whole number"),
                new Wrong("new", "须写明子命令：", "a subcommand is needed: "),
                new Wrong("check --rules no-such-folder", "没有文件夹 no-such-folder\n", "no such folder: no-such-folder\n"),
                new Wrong("key Ä --roles reader", "“Ä”不能用作密钥编号", "\"Ä\" cannot be the id of a key"),
                new Wrong(
                        "key a --roles king",
                        "没有角色“king”；可用：decider、reader、author、approver、publisher",
                        "unknown role \"king\"; the roles: decider, reader"));
    }

    @Test
    void anUnknownLanguageIsToldInThatOfTheSystem() {
        assertThat(CommandLineRun.in(Locale.CHINA, "check", "--language", "fr").err())
                .startsWith("--language 的值“fr”有误，应为：zh-CN 或 en");
        assertThat(CommandLineRun.of("check", "--language", "fr").err())
                .startsWith("--language: \"fr\" is wrong; expected: zh-CN or en");
    }

    @Test
    void aKeyIsMadeInChineseToo() {
        CommandLineRun run = CommandLineRun.of("key", "crm", "--roles", "reader", "--language", "zh-CN");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("# 上面是密钥。", "# 把以下内容写入服务的配置").doesNotContain("The key");
    }

    private static CommandLine command(Language language) {
        return Quanyi.commandLine(language, Clock.systemUTC(), Optional.empty());
    }

    private static Stream<CommandSpec> all(CommandLine command) {
        return Stream.concat(
                Stream.of(command.getCommandSpec()),
                command.getSubcommands().values().stream().flatMap(HelpTests::all));
    }

    private static String help(Language language, String command) {
        List<Object> call = new ArrayList<>(Arrays.asList((Object[]) command.split(" ", -1)));
        call.remove(0);
        call.addAll(List.of("--help", "--language", language.tag()));
        CommandLineRun run = CommandLineRun.of(call.toArray());
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        return run.out();
    }

    /** The commands of a synopsis, which have their names. */
    private static String withoutIds(String help) {
        return help.replaceAll("(?s)用法：.*?\\n(?=\\S)", "").replaceAll("(?m)^ *[-a-zA-Z, =]+", "");
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split("%n|\\$\\{DEFAULT-VALUE}|(?<=^\\d):", -1))
                .filter(part -> !part.isBlank())
                .toList();
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
