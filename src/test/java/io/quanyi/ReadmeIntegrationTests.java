package io.quanyi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The answer that the README shows is the one that its command gets. With {@code -Dreadme.write=true} it is written anew. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ReadmeIntegrationTests {

    private static final Path README = Path.of("README.md");
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern COMMAND = Pattern.compile("curl -s .*? -d '(\\{.*?})'\n", Pattern.DOTALL);
    private static final Pattern ANSWER =
            Pattern.compile("(<!-- answer:[^\n]*-->\n```json\n)(.*?)(```\n<!-- end of answer -->)", Pattern.DOTALL);

    private static final List<String> SHOWN = List.of("outcome", "grantedByPlan", "reasons", "window", "response");

    @LocalServerPort
    private int port;

    @Test
    void theAnswerShownIsTheOneThatComes() throws IOException {
        String readme = Files.readString(README);
        String answer = answer(readme);
        Matcher shown = ANSWER.matcher(readme);
        assertThat(shown.find()).isTrue();
        if (Boolean.getBoolean("readme.write")) {
            String written = shown.replaceFirst(Matcher.quoteReplacement(shown.group(1) + answer + shown.group(3)));
            Files.writeString(README, written);
        } else {
            assertThat(shown.group(2)).isEqualTo(answer);
        }
    }

    @Test
    void theChineseReadmeSendsTheSameRequest() throws IOException {
        assertThat(JSON.readTree(request(Files.readString(Path.of("README.zh-CN.md")))))
                .isEqualTo(JSON.readTree(request(Files.readString(README))));
    }

    private String answer(String readme) {
        JsonNode answer = new ApiClient(port)
                .decide(request(readme), "Accept-Language", "en")
                .json();
        return SHOWN.stream()
                .map(member -> "  \"" + member + "\": " + answer.get(member))
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    }

    private static String request(String readme) {
        Matcher command = COMMAND.matcher(readme);
        assertThat(command.find()).isTrue();
        return command.group(1);
    }
}
