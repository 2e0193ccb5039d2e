package io.quanyi.access.credentials;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks the configured API keys, and lists their faults. An id or a hash is never repeated: it might be a secret in the wrong place. */
final class ApiKeyFaults {

    private ApiKeyFaults() {}

    static List<String> of(List<AccessProperties.Key> keys) {
        List<String> faults = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < keys.size(); i++) {
            String place = "quanyi.access.keys[" + i + "]";
            add(keys.get(i), place, faults);
            if (!ids.add(keys.get(i).id())) {
                faults.add(place + ".id is the same as that of an earlier key");
            }
        }
        return faults;
    }

    private static void add(AccessProperties.Key key, String place, List<String> faults) {
        if (!ApiKey.isId(key.id())) {
            faults.add(place + ".id must be 1 to 40 small letters, digits and hyphens");
        }
        if (!ApiKey.isHash(key.hash())) {
            faults.add(place + ".hash must be \"sha256:\" and 64 hexadecimal digits, as \"quanyi key\" prints it");
        }
        if (key.roles().isEmpty()) {
            faults.add(place + ".roles names none; there are: " + Role.words());
        }
        key.roles().stream()
                .filter(role -> Role.of(role).isEmpty())
                .map(role -> place + ".roles: there is no role \"" + role + "\"; there are: " + Role.words())
                .forEach(faults::add);
    }
}
