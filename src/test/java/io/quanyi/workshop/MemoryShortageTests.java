package io.quanyi.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.text.Language;
import io.quanyi.workshop.command.WorkshopCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A command that memory does not suffice for says so, and shows no trace of calls. */
class MemoryShortageTests {

    @Command(name = "hungry")
    private static final class Hungry extends WorkshopCommand {

        @Option(names = "--wrapped")
        private boolean wrapped;

        @Override
        public Integer call() {
            OutOfMemoryError error = new OutOfMemoryError("Java heap space");
            if (wrapped) {
                throw new IllegalStateException("it could not be done", error);
            }
            throw error;
        }
    }

    @ParameterizedTest
    @CsvSource({"en, not enough memory.", "zh-CN, 内存不足："})
    void itIsSaidInWords(String language, String words) {
        for (String[] arguments :
                new String[][] {{"hungry", "--language", language}, {"hungry", "--language", language, "--wrapped"}}) {
            StringWriter said = new StringWriter();
            int status = new CommandLine(new Quanyi(Language.ENGLISH, Clock.systemUTC(), Optional.empty()))
                    .addSubcommand(new Hungry())
                    .setErr(new PrintWriter(said))
                    .setExecutionStrategy(MemoryShortage::execute)
                    .execute(arguments);
            assertThat(status).isEqualTo(3);
            assertThat(said.toString()).startsWith(words).hasLineCount(1);
        }
    }
}
