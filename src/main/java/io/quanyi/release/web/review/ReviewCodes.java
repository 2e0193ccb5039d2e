package io.quanyi.release.web.review;

import io.quanyi.coverage.ItemKind;
import io.quanyi.release.web.review.CoverageAnswer.CoveredItem;
import io.quanyi.release.web.review.CoverageAnswer.KindCoverage;
import io.quanyi.web.description.ClosedLists;
import org.springframework.stereotype.Component;

/** States which members of answers about coverage are closed lists of codes, for the description of the interface. */
@Component
class ReviewCodes implements ClosedLists.Contributor {

    @Override
    public void addTo(ClosedLists lists) {
        lists.addCodes(CoveredItem.class, "kind", ItemKind.class);
        lists.addCodes(KindCoverage.class, "kind", ItemKind.class);
    }
}
