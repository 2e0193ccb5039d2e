package io.quanyi.workshop;

import io.quanyi.access.ApiKey;
import io.quanyi.access.Role;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes an API key. It is shown this once; what the service needs to know it again goes into its configuration. */
@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        description = "Makes an API key, and the lines that let the service accept it.")
final class Key implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ID", description = "Names the holder: up to 40 small letters, digits and hyphens.")
    private String id = "";

    @Option(
            names = "--roles",
            required = true,
            split = ",",
            paramLabel = "ROLE",
            description = "What it is good for: decider, reader, publisher; several with commas between them.")
    private List<String> roles = List.of();

    @Override
    public Integer call() {
        if (!ApiKey.isId(id)) {
            throw wrong("an id is 1 to 40 small letters, digits and hyphens: " + id);
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
        out.printf("# The key is above. It is kept nowhere and cannot be shown again.%n");
        out.printf("# The service accepts it with this in its configuration:%n");
        out.printf("quanyi:%n  access:%n    keys:%n");
        out.printf("      - id: \"%s\"%n", id);
        out.printf("        hash: \"%s\"%n", key.hash());
        out.printf("        roles: [%s]%n", String.join(", ", words));
    }

    private Role role(String word) {
        return Role.of(word).orElseThrow(() -> wrong("no role: " + word + "; there are: " + Role.words()));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
