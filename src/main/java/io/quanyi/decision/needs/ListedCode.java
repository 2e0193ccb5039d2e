package io.quanyi.decision.needs;

import java.util.List;

/**
 * A code with its name in one language.
 *
 * @param id the code
 * @param name the name
 * @param aliases other names that a request may use in its place, as they are written; only products have such
 */
public record ListedCode(String id, String name, List<String> aliases) {}
