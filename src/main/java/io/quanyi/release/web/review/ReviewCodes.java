package io.quanyi.release.web.review;

import io.quanyi.coverage.ItemKind;
import io.quanyi.release.web.review.CoverageAnswer.CoveredItem;
import io.quanyi.release.web.review.CoverageAnswer.KindCoverage;
import io.quanyi.web.description.ClosedLists;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** States which members of answers about coverage are closed lists of codes, for the description of the interface. */
@Component
class ReviewCodes implements ClosedLists.Contributor {

    private static final List<String> KINDS =
            Arrays.stream(ItemKind.values()).map(ItemKind::code).toList();

    @Override
    public void addTo(ClosedLists lists) {
        lists.add(CoveredItem.class, "kind", KINDS);
        lists.add(KindCoverage.class, "kind", KINDS);
    }
}
