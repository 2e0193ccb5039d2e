package io.quanyi.policy;

import io.quanyi.catalogue.Ids;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.SourceFile;
import io.quanyi.source.Tree;
import io.quanyi.source.YamlReader;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rule files that a programme shares with a sibling, because two parts of one document state the same norms. The rules are written
 * once and cited by the clause numbers of each part.
 *
 * @param from the id of the programme that owns the files
 * @param policy the version of its policy
 * @param files the names of the files without extension; each stands for a file of rules and its cases
 * @param ids the prefixes of rule ids in the sibling, with their prefixes here
 * @param clauses the clause numbers in the sibling, with their numbers here
 */
public record SharedPolicy(
        @Pattern(regexp = Ids.ID) String from,
        @Pattern(regexp = VERSION) String policy,
        @Size(max = 500) @Pattern(regexp = Ids.ID) List<String> files,
        Map<String, String> ids,
        Map<String, String> clauses) {

    /** The name of the file in the folder of a policy version. */
    public static final String FILE = "shared.yaml";

    private static final String VERSION = "[0-9A-Za-z]([0-9A-Za-z.-]*[0-9A-Za-z])?";
    private static final String PREFIX = "[A-Z0-9]{1,20}";

    /** Reads the file; null, with the faults added, if it has faults. */
    public static @Nullable SharedPolicy read(SourceFile file, Faults faults) {
        Tree tree = YamlReader.read(file, faults);
        SharedPolicy shared = tree == null ? null : new RecordBinder(faults).bind(tree, SharedPolicy.class);
        if (shared == null) {
            return null;
        }
        int before = faults.count();
        Position place = Position.of(file.path());
        shared.ids().values().stream()
                .filter(prefix -> !prefix.matches(PREFIX))
                .forEach(prefix -> faults.add(Fault.at(place, "shared-prefix", prefix)));
        if (file.path().equals(shared.from() + "/policy/" + shared.policy() + "/" + FILE)) {
            faults.add(Fault.at(place, "shared-with-itself"));
        }
        return faults.count() == before ? shared : null;
    }

    /** The citation data of a rule with the id and the clauses of this programme. */
    RuleInfo here(RuleInfo rule) {
        return new RuleInfo(
                id(rule.id()),
                rule.title(),
                rule.clauses().stream().map(this::clause).toList(),
                rule.readings(),
                rule.purchase(),
                rule.position());
    }

    /** A case with the rule ids and clause numbers of this programme. */
    public Tree here(Tree tree) {
        if (tree instanceof Tree.Obj object) {
            Map<String, Tree> members = new LinkedHashMap<>();
            object.members().forEach((name, member) -> members.put(name, here(member)));
            return new Tree.Obj(object.position(), members, object.keys());
        }
        if (tree instanceof Tree.Arr array) {
            return new Tree.Arr(
                    array.position(), array.items().stream().map(this::here).toList());
        }
        Tree.Scalar scalar = (Tree.Scalar) tree;
        return new Tree.Scalar(scalar.position(), scalar.kind(), clause(id(scalar.text())));
    }

    /** A rule id with the prefix of this programme; other texts unchanged. */
    public String id(String text) {
        int hyphen = text.indexOf('-');
        String prefix = hyphen < 0 ? null : ids.get(text.substring(0, hyphen));
        return prefix == null ? text : prefix + text.substring(hyphen);
    }

    /** The reference of a clause with its number in this programme. */
    public String clause(String reference) {
        int blank = reference.indexOf(' ');
        String number = blank < 0 ? reference : reference.substring(0, blank);
        return clauses.getOrDefault(number, number) + reference.substring(number.length());
    }
}
