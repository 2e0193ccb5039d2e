package io.quanyi.workshop.publish;

import io.quanyi.access.credentials.ApiKey;
import io.quanyi.access.credentials.Role;
import io.quanyi.text.Punctuation;
import io.quanyi.text.Texts;
import io.quanyi.workshop.command.CallLanguage;
import io.quanyi.workshop.command.InvalidCall;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes an API key and prints it once, with the settings by which the service accepts it. The key itself is stored nowhere. */
@Command(name = "key", mixinStandardHelpOptions = true)
public final class KeyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ID", descriptionKey = "id")
    private String id = "";

    @Option(names = "--roles", required = true, split = ",", paramLabel = "ROLE")
    private List<String> roles = List.of();

    @Override
    public Integer call() {
        if (!ApiKey.isId(id)) {
            throw wrong("key-id", id);
        }
        List<String> words = roles.stream()
                .map(this::role)
                .distinct()
                .sorted()
                .map(Role::word)
                .toList();
        print(ApiKey.make(id, new SecureRandom()), words, spec.commandLine().getOut());
        return 0;
    }

    private void print(ApiKey key, List<String> words, PrintWriter out) {
        out.printf("%s%n%n", key.text());
        out.printf("# %s%n", text("key-shown"));
        out.printf("# %s%n", text("key-settings"));
        out.printf("quanyi:%n  access:%n    keys:%n");
        out.printf("      - id: \"%s\"%n", id);
        out.printf("        hash: \"%s\"%n", key.hash());
        out.printf("        roles: [%s]%n", String.join(", ", words));
    }

    private Role role(String word) {
        return Role.of(word).orElseThrow(() -> wrong("key-role", word, roleWords()));
    }

    private String roleWords() {
        return Punctuation.of(CallLanguage.of(spec))
                .list(Arrays.stream(Role.values()).map(Role::word).toList());
    }

    private InvalidCall wrong(String code, String... arguments) {
        return new InvalidCall(spec.commandLine(), text(code, arguments));
    }

    private String text(String code, String... arguments) {
        return Texts.of(CallLanguage.of(spec), "call." + code, List.of(arguments));
    }
}
