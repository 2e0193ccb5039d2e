package io.quanyi.checks;

import io.quanyi.policy.SharedPolicy;
import io.quanyi.source.Position;
import io.quanyi.source.Tree;
import io.quanyi.text.TranslatedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request with the answer that the document requires.
 *
 * @param name a sentence in the language of the document, unique in its file; a translation is optional
 * @param position its place in the file
 * @param note how expected instants and dates were derived by hand
 * @param request the request, as a caller would send it
 * @param openings the products for which the service is announced; null to use the catalogue
 * @param expect the expected answer or a part of it, or a problem
 * @param fires the rules that must fire
 * @param silent the rules that must not
 */
public record Case(
        TranslatedText name,
        Position position,
        @Nullable String note,
        Tree.Obj request,
        @Nullable List<String> openings,
        Tree.Obj expect,
        List<String> fires,
        List<String> silent) {

    /** The id of the service that it asks about; empty if it names none. */
    public String service() {
        return request.members().get("question") instanceof Tree.Obj question
                        && question.members().get("service") instanceof Tree.Scalar service
                ? service.text()
                : "";
    }

    /** The case with the ids and clauses of a programme that shares it. */
    Case here(SharedPolicy shared) {
        return new Case(
                name,
                position,
                note,
                request,
                openings,
                (Tree.Obj) shared.here(expect),
                fires.stream().map(shared::id).toList(),
                silent.stream().map(shared::id).toList());
    }
}
