package io.quanyi.impact.independent;

import io.quanyi.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes edits of whole rules: rules removed, added and given one more condition on each fact. */
final class RuleEdits {

    private static final Pattern SERVICE = Pattern.compile("service == \"([^\"]+)\"");

    /** A condition on each fact, in which words in capitals stand for ids of the programme. */
    private static final List<String> CONDITIONS = List.of(
            "Plan(id == \"PLAN\")",
            "Product(id == \"PRODUCT\")",
            "Product(family != \"FAMILY\")",
            "Deployment(value == \"DEPLOYMENT\")",
            "Place(region not in (\"CN\", \"HK\"))",
            "Branch(servedBy == \"partner\")",
            "Phase(value == \"operation\")",
            "Day(of == \"purchase\", value < 2018-09-17)",
            "Day(of == \"signing\", value not in (2018-09-17, 2020-01-01))",
            "Measure(id == \"cores\", value > 2)",
            "Measure(id == \"seats\", value not in (1.5, 10))",
            "Measure(id == \"tier\", value != \"gold\")",
            "Measure(id == \"audited\", value >= 2018-09-17)",
            "Measure(id == \"hosted\", value == true)",
            "Period(state == \"after\")",
            "Period(year > 2)",
            "Period(renewed == true)",
            "FirstTerm(over == false)",
            "FirstTerm(year > 1)",
            "Amount(value < 10000)",
            "Amount(currency != \"USD\")",
            "Requester(certified == false)",
            "Requester(submittedBy == \"partner\")",
            "Environment(ready == false)",
            "Environment(remoteAccess == true)",
            "FreeRemoteSupport(limit > 2)",
            "ServiceGroup(id == \"GROUP\")",
            "not Purchase(service == \"SERVICE\")",
            "not Opening(service == \"SERVICE\")",
            "ContractTerm(effect in (\"grant\", \"charge\"), service == \"SERVICE\")",
            "not ContractTerm(service == \"SERVICE\")");

    private static final List<String> ASKED = List.of(
            "channel == \"CHANNEL\"",
            "topic == \"TOPIC\"",
            "severity != \"SEVERITY\"",
            "activity == \"ACTIVITY\"",
            "delivery == \"on-site\"",
            "quantity > 2",
            "personDays >= 1.5",
            "leadDays < 7");

    /** An outcome of each type, and numbers of outcomes that are taken from a fact. */
    private static final List<String> OUTCOMES = List.of(
            "new Granted()",
            "new Denied(\"out-of-scope\")",
            "new Undetermined(\"refer-to-contract\")",
            "new Payable(\"available-at-fee\")",
            "new Condition(\"by-agreement\")",
            "new Channel(\"CHANNEL\")",
            "new Delivery(\"on-site\")",
            "new DeliveredBy(\"partner\")",
            "new Hours(\"WINDOW\")",
            "new Response(workingHours(3))",
            "new Resolution(hours(30))",
            "new FulfilledBy(\"human-contact\")",
            "new Seat(\"dedicated\")",
            "new Priority(\"highest\")",
            "new Language(\"en\")",
            "new Charge(1, 2, \"CNY\", \"incident\", false)",
            "new ChargeShare(0.07, 0.10, \"contract-amount\", \"year\", true)",
            "new LeadTime(3)",
            "new GroupLimit(3)",
            "new EachLimit(1.5, \"person-day\")",
            "new Quota(2, \"time\", \"service-year\")",
            "new Quota(2.5, \"person-day\", \"contract\")",
            "new Quota(3, \"time\", \"pack\")",
            "new Quota($limit, \"time\", \"service-year\")",
            "new EachLimit($limit, \"time\")",
            "new LeadTime($quantity)",
            "new GroupLimit($quantity)");

    private final String programme;
    private final Map<String, String> examples;
    private final List<ProgrammeEdit> edits = new ArrayList<>();

    private RuleEdits(String programme, Map<String, String> examples) {
        this.programme = programme;
        this.examples = examples;
    }

    /**
     * The edits of a programme.
     *
     * @param examples an id of the programme for each word in capitals
     */
    static List<ProgrammeEdit> of(String programme, Map<String, String> examples) {
        RuleEdits edits = new RuleEdits(programme, examples);
        ProgrammeEdit.rules(programme).forEach(edits::file);
        return edits.edits;
    }

    private void file(SourceFile file) {
        String text = ProgrammeEdit.text(file);
        String[] rules = text.split("(?=\nrule )", -1);
        for (int i = 1; i < rules.length; i++) {
            String id = rules[i].replaceAll("(?s).*@id\\(([^)]+)\\).*", "$1");
            add("rule removed", file, text.replace(rules[i], ""), id);
            int then = rules[i].indexOf("\nthen");
            if (!file.path().endsWith("plans.drl")) {
                copies(file, text, rules[i].substring(0, then), id);
                conditions(file, text, rules[i], then);
            }
        }
        if (rules.length > 2) {
            String reversed = text.replace(rules[1], "").stripTrailing() + "\n" + rules[1].stripTrailing() + "\n";
            add("text: order of rules", file, reversed, "");
        }
    }

    /** Adds rules with the condition of a rule and another outcome. */
    private void copies(SourceFile file, String text, String rule, String id) {
        String copy = rule.replace("rule \"", "rule \"另：").replaceFirst("-\\d+\\)", "-99)");
        for (String outcome : OUTCOMES) {
            String filled = filled(outcome);
            String when = taking(copy, outcome);
            String type = outcome.replaceFirst("new (\\w+)\\(.*", "$1");
            if (!when.equals(copy) || !outcome.contains("$")) {
                add(
                        "rule added: " + type + (outcome.contains("$") ? " from a fact" : ""),
                        file,
                        text + when + "\nthen\n    insert(" + filled + ");\nend\n",
                        id + " also " + filled);
            }
        }
    }

    /** The condition with the fact that an outcome takes a number from. */
    private static String taking(String condition, String outcome) {
        if (outcome.contains("$quantity")) {
            return condition.replaceFirst("Question\\((?=\\w)", "Question(\\$quantity : quantity, ");
        }
        boolean takes = outcome.contains("$limit") && !condition.contains("FreeRemoteSupport(");
        return takes ? condition + "\n    FreeRemoteSupport($limit : limit)" : condition;
    }

    private void conditions(SourceFile file, String text, String rule, int then) {
        Matcher asked = SERVICE.matcher(rule);
        String service = asked.find() ? asked.group(1) : "";
        for (String condition : CONDITIONS) {
            String filled = filled(condition.replace("SERVICE", service));
            String fact = condition.replaceFirst("not ", "").replaceFirst("\\(.*", "(");
            if (!rule.contains(" " + fact) && !filled.contains("\"\"")) {
                String more = rule.substring(0, then) + "\n    " + filled + rule.substring(then);
                ProgrammeEdit edit = ProgrammeEdit.of(
                        programme,
                        "condition on " + named(condition),
                        file.path(),
                        text.replace(rule, more),
                        filled + " " + service);
                edits.add(fact.equals("Measure(") ? edit.declaring() : edit);
            }
        }
        String question = "Question(service == \"" + service + "\"";
        for (String condition : ASKED) {
            if (rule.contains(question + ")")) {
                String more = rule.replace(question, question + ", " + filled(condition));
                String kind = "condition on Question." + condition.replaceFirst(" .*", "");
                add(kind, file, text.replace(rule, more), filled(condition) + " " + service);
            }
        }
    }

    /** The fact and the field of a condition; the selected field of a fact of which it selects one. */
    private static String named(String condition) {
        return condition
                .replaceFirst("Measure.*", "Measure.values")
                .replaceFirst("\\(of == \"(\\w+)\".*", ".$1")
                .replaceFirst("\\((\\w+).*", ".$1");
    }

    private String filled(String condition) {
        String filled = condition;
        for (Map.Entry<String, String> example : examples.entrySet()) {
            filled = filled.replace("\"" + example.getKey() + "\"", "\"" + example.getValue() + "\"");
        }
        return filled;
    }

    private void add(String kind, SourceFile file, String text, String words) {
        edits.add(ProgrammeEdit.of(programme, kind, file.path(), text, words));
    }
}
