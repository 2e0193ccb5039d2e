package io.quanyi.impact.independent;

import io.quanyi.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes edits of the catalogue of a programme: entries dropped, added and changed. An entry is dropped together with the rules that name it. */
final class CatalogueEdits {

    private static final Pattern ENTRY = Pattern.compile("(?m)^  - .*\n(?:    .*\n)*");
    private static final Pattern ACTIVITY = Pattern.compile("(?m)^      - id: (\\S+)\n(?:        .*\n)*");
    private static final Pattern LIST = Pattern.compile("\\[([^\\[\\]]+)\\]");

    private static final List<String> SECTIONS = List.of(
            "products", "plans", "topics", "severities", "windows", "channels", "services", "groups", "openings");

    /** An entry to add to each section. */
    private static final Map<String, String> ADDED = Map.of(
            "products",
                    "  - { id: new-product, family: new, names: { zh-CN: 新品, en: New product }, aliases: [Novum] }\n",
            "plans", "  - { id: new-plan, names: { zh-CN: 新计划, en: New plan } }\n",
            "topics", "  - { id: new-topic, names: { zh-CN: 新类, en: New topic } }\n",
            "severities", "  - { id: new-severity, names: { zh-CN: 新级, en: New severity } }\n",
            "windows",
                    "  - { id: 9x9, names: { zh-CN: 9×9, en: 9×9 }, zone: Asia/Shanghai, "
                            + "week: { monday-friday: [09:00-18:00] } }\n",
            "channels", "  - { id: new-channel, names: { zh-CN: 新渠道, en: New channel } }\n",
            "services", "  - { id: new-special, kind: special, names: { zh-CN: 新专项, en: New special } }\n");

    /** Changes of an entry: the kind, what is replaced and by what. */
    private static final List<List<String>> CHANGES = List.of(
            List.of("kind", "kind: plan", "kind: special"),
            List.of("names", "en: \"?[^\",}]+\"?", "en: Other name"),
            List.of("family", "\n    family: .*", ""),
            List.of("family", "family: \\S+", "family: other-family"),
            List.of("aliases", "\n    aliases: .*", ""),
            List.of("aliases", "aliases: \\[", "aliases: [Another, "),
            List.of("hours", "08:30-", "08:00-"),
            List.of("hours", "    calendar: cn\n", ""),
            List.of("window", "window: 7x24", "window: 5x8"),
            List.of("contact", "contact: .*", "contact: \"95105\""),
            List.of("instead", "    instead: .*\n", ""),
            List.of("beyond", "    beyond: .*\n", ""),
            List.of("severity", "    severity: .*\n", ""));

    private final String programme;
    private final String path;
    private final String text;
    private final List<ProgrammeEdit> edits = new ArrayList<>();

    private CatalogueEdits(String programme, SourceFile catalogue) {
        this.programme = programme;
        this.path = catalogue.path();
        this.text = ProgrammeEdit.text(catalogue);
    }

    static List<ProgrammeEdit> of(String programme) {
        SourceFile catalogue =
                ProgrammeEdit.SHIPPED.under(programme + "/catalogue/").get(0);
        CatalogueEdits edits = new CatalogueEdits(programme, catalogue);
        edits.sections();
        edits.elsewhere();
        return edits.edits;
    }

    private void sections() {
        for (String section : SECTIONS) {
            String body = body(section);
            if (body.isEmpty()) {
                continue;
            }
            Matcher entry = ENTRY.matcher(body);
            while (entry.find()) {
                entry(section, entry.group(), id(entry.group()));
            }
        }
        ADDED.forEach(this::add);
        change("catalogue measures added", ProgrammeEdit.withMeasures(text), "cores seats tier audited hosted gold");
        for (String product : ids(body("products"))) {
            for (String service : ids(body("services"))) {
                opening(service, product);
            }
        }
        deployments();
    }

    private void opening(String service, String product) {
        String line = "  - { service: " + service + ", product: " + product + " }\n";
        if (text.contains("\nopenings:\n")) {
            change("catalogue openings added", text.replace("\nopenings:\n", "\nopenings:\n" + line), line);
        } else {
            change(
                    "catalogue openings added",
                    text.replace("\nelsewhere:\n", "\nopenings:\n" + line + "\nelsewhere:\n"),
                    line);
        }
    }

    private void deployments() {
        Matcher line = Pattern.compile("(?m)^deployments: \\[(.*)\\]").matcher(text);
        if (line.find()) {
            List<String> all = List.of(line.group(1).split(", "));
            for (String one : all) {
                String fewer = String.join(
                        ", ", all.stream().filter(other -> !other.equals(one)).toList());
                dropped("deployments", one, text.replace(line.group(), "deployments: [" + fewer + "]"));
            }
            Stream.of("public-cloud", "private-cloud-subscription", "private-cloud-perpetual", "on-premise")
                    .filter(one -> !all.contains(one))
                    .forEach(one -> change(
                            "catalogue deployments added",
                            text.replace(line.group(), "deployments: [" + line.group(1) + ", " + one + "]"),
                            one));
        }
    }

    private void add(String section, String entry) {
        String body = body(section);
        String key = "\n" + section + ":\n";
        if (!body.isEmpty()) {
            change("catalogue " + section + " added", text.replace(key, key + entry), entry);
        } else if (text.contains("\n" + section + ": []\n")) {
            change("catalogue " + section + " added", text.replace("\n" + section + ": []\n", key + entry), entry);
        }
    }

    private void entry(String section, String entry, String id) {
        dropped(section, id, text.replace(entry, ""));
        for (List<String> change : CHANGES) {
            boolean isText = change.get(0).equals("names") && !section.equals("products");
            String kind = (isText ? "text: " : "catalogue ") + section + " " + change.get(0);
            replace(kind, entry, entry.replaceFirst(change.get(1), change.get(2)));
        }
        if (section.equals("services")) {
            service(entry);
        }
        if (section.equals("products")) {
            alias(entry);
        }
    }

    private void service(String entry) {
        String kind = "catalogue services ";
        if (!entry.contains("severity: ")) {
            ids(body("severities"))
                    .forEach(id -> replace(kind + "severity", entry, entry + "    severity: " + id + "\n"));
        }
        String added = "      - { id: new-activity, names: { zh-CN: 新内容, en: New activity } }\n";
        String list = "    activities:\n";
        String more = entry.contains(list) ? entry.replace(list, list + added) : entry + list + added;
        replace(kind + "activities", entry, more);
        Matcher activity = ACTIVITY.matcher(entry);
        while (activity.find()) {
            String fewer = entry.replace(activity.group(), "").replaceFirst("    activities:\n(?!      )", "");
            dropped("activities", activity.group(1), text.replace(entry, fewer));
        }
        Matcher others = Pattern.compile("(instead|beyond): \\[(.*)\\]").matcher(entry);
        if (others.find()) {
            String first = ids(body("services")).get(0);
            replace(kind + others.group(1), entry, others.replaceFirst("$1: [" + first + "]"));
        }
    }

    /** Moves the first alias of a product to the next product. */
    private void alias(String entry) {
        Matcher aliases = Pattern.compile("\n    aliases: \\[([^,\\]]+)(?:, ([^\\]]*))?\\]")
                .matcher(entry);
        int next = text.indexOf("aliases: [", text.indexOf(entry) + entry.length());
        if (aliases.find() && next > 0 && next < text.indexOf("\ndeployments:")) {
            String rest = aliases.group(2) == null ? "" : "\n    aliases: [" + aliases.group(2) + "]";
            String moved = text.substring(0, next + 10) + aliases.group(1) + ", " + text.substring(next + 10);
            change("catalogue products alias moved", moved.replace(entry, entry.replace(aliases.group(), rest)), entry);
        }
    }

    private void elsewhere() {
        int at = text.indexOf("\nelsewhere:\n");
        if (at < 0) {
            return;
        }
        String before = text.substring(0, at);
        String rest = text.substring(at);
        String key = "";
        for (String line : rest.split("\n", -1)) {
            if (line.matches("  [a-z]+:.*")) {
                key = line.strip().replaceAll(":.*", "");
            }
            if (line.startsWith("    - ")) {
                change(
                        "catalogue elsewhere " + key + " dropped",
                        before + rest.replaceFirst(Pattern.quote(line) + "\n", ""),
                        line);
            }
        }
        for (String domain : List.of("products", "services", "channels", "topics", "severities", "activities")) {
            String header = "\n  " + domain + ":\n";
            String entry = domain.equals("products")
                    ? "    - { id: sibling-new, names: { zh-CN: 兄弟新品, en: Sibling new } }\n"
                    : "    - sibling-new\n";
            if (rest.contains(header)) {
                change(
                        "catalogue elsewhere " + domain + " added",
                        before + rest.replace(header, header + entry),
                        entry);
            }
        }
    }

    /** An entry dropped from the catalogue: alone, and from the lists and with the rules that name it. */
    private void dropped(String section, String id, String fewer) {
        change("catalogue " + section + " dropped", fewer, id);
        String unlisted = LIST.matcher(fewer)
                .replaceAll(list -> Matcher.quoteReplacement("[" + without(list.group(1), id) + "]"))
                .replaceAll("(?m)^      - " + Pattern.quote(id) + "\n", "")
                .replaceAll("(?m)^    (beyond|instead): \\[\\]\n", "");
        Map<String, String> files = new HashMap<>(Map.of(path, unlisted));
        ProgrammeEdit.rules(programme).stream()
                .filter(file -> ProgrammeEdit.text(file).contains("\"" + id + "\""))
                .forEach(file -> files.put(file.path(), withoutRules(ProgrammeEdit.text(file), id)));
        edits.add(new ProgrammeEdit(programme, "catalogue " + section + " dropped with rules", id, files));
    }

    private static String without(String list, String id) {
        return String.join(
                ", ", Stream.of(list.split(", ")).filter(one -> !one.equals(id)).toList());
    }

    /** The rules that do not name an id; an empty text if none is left. */
    private static String withoutRules(String text, String id) {
        String[] parts = text.split("(?=\nrule )", -1);
        List<String> kept = Stream.of(parts)
                .filter(part -> !part.contains("\"" + id + "\""))
                .toList();
        return kept.size() < 2 ? "" : String.join("", kept);
    }

    private void replace(String kind, String entry, String other) {
        if (!entry.equals(other)) {
            change(kind, text.replace(entry, other), id(entry) + " " + other.replaceAll("\\s+", " "));
        }
    }

    private void change(String kind, String after, String words) {
        if (!after.equals(text)) {
            edits.add(ProgrammeEdit.of(programme, kind, path, after, words));
        }
    }

    private String body(String section) {
        Matcher body =
                Pattern.compile("(?m)^" + section + ":\n((?: .*\n|\n|#.*\n)*)").matcher(text);
        return body.find() ? body.group(1) : "";
    }

    static List<String> ids(String body) {
        List<String> ids = new ArrayList<>();
        Matcher entry = ENTRY.matcher(body);
        while (entry.find()) {
            ids.add(id(entry.group()));
        }
        return ids;
    }

    private static String id(String entry) {
        Matcher id = Pattern.compile("(?:id|product): ([^\\s,}]+)").matcher(entry);
        return id.find() ? id.group(1) : "";
    }
}
