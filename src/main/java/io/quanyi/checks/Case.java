package io.quanyi.checks;

import io.quanyi.policy.SharedPolicy;
import io.quanyi.source.Position;
import io.quanyi.source.Tree;
import io.quanyi.text.Translated;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must come out of one request.
 *
 * @param name a sentence, unique in its file, in the language of the document; a gloss in the other is optional
 * @param position where it stands
 * @param note how expected instants and dates were derived by hand
 * @param request the request, as it could be sent
 * @param openings the products that the asked service is announced to be open to; null for what the catalogue says
 * @param expect the answer, in part or whole, or a problem
 * @param fires the rules that must fire
 * @param silent the rules that must not
 */
public record Case(
        Translated name,
        Position position,
        @Nullable String note,
        Tree.Obj request,
        @Nullable List<String> openings,
        Tree.Obj expect,
        List<String> fires,
        List<String> silent) {

    /** The case as it holds for a programme that shares it. */
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
