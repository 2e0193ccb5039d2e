package io.quanyi;

import io.quanyi.checks.Case;
import io.quanyi.checks.CaseFile;
import io.quanyi.checks.ReleaseCheck;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The cases of all shipped releases, as requests of a caller. */
public final class ShippedCases {

    /** A test that carries fewer of them has lost some, or compares nothing. */
    public static final double MIN_SHARE = 0.9;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SourceTree RULES = SourceTree.ofFolder(Path.of("rules"));

    /**
     * A case of a release.
     *
     * @param release the release whose rules it tries
     * @param asked the case
     */
    public record ShippedCase(ReleaseId release, Case asked) {

        /** The request, which names the release. */
        public ObjectNode request() {
            ObjectNode request = (ObjectNode) JSON.readTree(JsonOfCase.write(asked.request()));
            if (!request.has("release")) {
                request.put("release", release.number());
            }
            return request;
        }

        /** Where the case stands. */
        public String place() {
            return release + " " + asked.position();
        }
    }

    private ShippedCases() {}

    /** The cases in the order of the releases. */
    public static List<ShippedCase> all() {
        List<ShippedCase> all = new ArrayList<>();
        RulesTree.load(RULES)
                .timelines()
                .forEach(timeline -> timeline.entries().forEach(entry -> {
                    ReleaseId id = entry.id(timeline.programme().id());
                    for (CaseFile file :
                            ReleaseCheck.cases(id.programme(), RulesTree.policyFiles(RULES, id), new Faults())) {
                        file.cases().forEach(asked -> all.add(new ShippedCase(id, asked)));
                    }
                }));
        return all;
    }
}
