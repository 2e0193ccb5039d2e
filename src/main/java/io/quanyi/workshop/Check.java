package io.quanyi.workshop;

import io.quanyi.wire.ProblemError;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Are the rules, clauses, readings, catalogues and ledgers sound, and does every rule have its cases? */
@Command(name = "check")
final class Check extends ProgrammesCommand {

    @Option(names = "--quick")
    private boolean quick;

    @Override
    public Integer call() {
        Inspection found = inspect(quick ? Inspection.Depth.PARTS : Inspection.Depth.DRAFTS);
        if (voice().isJson()) {
            voice().json(Answer.of(found, voice()));
        } else {
            new FaultPrinter(rules(), voice()).remark(found.remarks());
            voice().say("checked", found.releases(), found.drafts(), found.rules(), found.cases());
        }
        return 0;
    }

    /** What a program is told. */
    record Answer(int releases, int drafts, int rules, int cases, List<ProblemError> remarks) {

        static Answer of(Inspection found, Voice voice) {
            return new Answer(
                    found.releases(),
                    found.drafts(),
                    found.rules(),
                    found.cases(),
                    found.remarks().stream()
                            .map(remark -> ProblemError.of(remark, voice.language()))
                            .toList());
        }
    }
}
