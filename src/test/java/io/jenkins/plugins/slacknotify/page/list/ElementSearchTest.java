package io.jenkins.plugins.slacknotify.page.list;

import static io.jenkins.plugins.slacknotify.page.list.ElementKeyTest.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.config.form.StoredElements;
import io.jenkins.plugins.slacknotify.config.rules.ChannelLimitConfig;
import io.jenkins.plugins.slacknotify.config.rules.RuleConfig;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementSearchTest {
    @ParameterizedTest
    @CsvSource({"1, 50, Rule 1, Rule 50", "2, 50, Rule 51, Rule 100", "3, 20, Rule 101, Rule 120"})
    void shouldShowAPage(int page, int rows, String first, String last) {
        ElementSearch<?> search = search(rules(120), "", page);

        assertThat(search.getRows()).hasSize(rows);
        assertThat(search.getRows().get(0).label()).isEqualTo(first);
        assertThat(search.getRows().get(rows - 1).label()).isEqualTo(last);
        assertThat(search.getRowPage().pages()).isEqualTo(3);
        assertThat(search.getPage()).isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-3, 1", "4, 3", "999999, 3"})
    void shouldShowTheNearestPageWhereThereIsNoSuchOne(int asked, int shown) {
        assertThat(search(rules(120), "", asked).getPage()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"49, 1", "50, 1", "51, 2", "100, 2", "101, 3"})
    void shouldCountPages(int elements, int pages) {
        assertThat(search(rules(elements), "", 1).getRowPage().pages()).isEqualTo(pages);
    }

    @Test
    void shouldShowOneEmptyPageOfNothing() {
        ElementSearch<?> search = search(List.of(), "", 1);

        assertThat(search.getRows()).isEmpty();
        assertThat(search.getRowPage().pages()).isEqualTo(1);
        assertThat(search.getTotal()).isZero();
    }

    @Test
    void shouldFindByNameAndByWhatItSaysWhateverTheCase() {
        RuleConfig named = rule("Shop");
        RuleConfig telling = rule("Other");
        telling.setTo(List.of("#SHOP-ops"));
        ElementSearch<?> search = search(List.of(rule("None"), named, telling), "shop", 1);

        assertThat(search.getRows()).extracting(ElementRow::label).containsExactly("Shop", "Other");
        assertThat(search.getRows()).extracting(row -> row.key().position()).containsExactly(2, 3);
        assertThat(search.getFound()).isEqualTo(2);
        assertThat(search.getTotal()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stillFailing", "STILLFAILING", "still failing", "scm", "a commit", "pullRequest"})
    void shouldFindByTheWordsOfYamlAndByThoseOfForms(String text) {
        RuleConfig rule = rule("Wanted");
        rule.setEvents(List.of("failure", "stillFailing"));
        rule.setCauses(List.of("scm"));
        rule.setBranchKinds(List.of("pullRequest"));

        assertThat(search(List.of(rule("Other"), rule), text, 1).getRows())
                .singleElement()
                .satisfies(row -> assertThat(row.cells().get(0).lines())
                        .containsExactly(
                                "kinds of branch: Pull requests",
                                "events: Failure, Still failing",
                                "started by: A commit"));
    }

    /** A file that somebody has written must not take the page away on which it is corrected. */
    @ParameterizedTest
    @CsvSource({"events, of-tomorrow", "jobs, /shop", "branchKinds, twig", "causes, moon"})
    void shouldShowARuleWhoseStoredConditionIsInvalid(String field, String written) {
        RuleConfig stored = StoredElements.read(rule("Of tomorrow"), field, List.of(written));

        assertThat(search(List.of(stored), "", 1).getRows())
                .singleElement()
                .satisfies(row -> assertThat(row.note()).contains("Without effect until it is corrected", written));
    }

    @Test
    void shouldPageThroughWhatIsFoundOnly() {
        ElementSearch<?> search = search(rules(1000), "Rule 10", 1);

        assertThat(search.getRows())
                .extracting(ElementRow::label)
                .hasSize(12)
                .startsWith("Rule 10", "Rule 100", "Rule 101")
                .endsWith("Rule 1000");
        assertThat(search.getRowPage().pages()).isEqualTo(1);
    }

    @Test
    void shouldGiveEachRowTheKeyByWhichItsElementIsFound() {
        List<RuleConfig> rules = rules(60);

        assertThat(search(rules, "", 2).getRows())
                .allSatisfy(row -> assertThat(ElementKey.parse(
                                        String.valueOf(row.key().position()),
                                        row.key().version())
                                .find(rules, ElementKeyTest.VERSIONS))
                        .hasValue(row.key().position() - 1));
    }

    @Test
    void shouldKnowTheNeighboursOnOtherPagesAndAmongWhatIsFound() {
        ElementSearch<?> all = search(rules(120), "", 2);
        ElementRow first = all.getRows().get(0);
        ElementRow last = all.getRows().get(49);
        assertThat(all.above(first)).isEqualTo(50);
        assertThat(all.below(last)).isEqualTo(101);

        ElementSearch<?> found = search(rules(120), "Rule 11", 1);
        assertThat(found.above(found.getRows().get(0))).isZero();
        assertThat(found.below(found.getRows().get(0))).isEqualTo(110);
        assertThat(found.below(found.getRows().get(10))).isZero();
        assertThat(found.above(found.getRows().get(10))).isEqualTo(118);
    }

    @Test
    void shouldMarkWhatIsOffAndWhatIsInvalid() {
        RuleConfig off = rule("Off");
        off.setDisabled(true);
        RuleConfig invalid = rule("Invalid");
        invalid.setSeverity("loud");
        List<ElementRow> rows =
                search(List.of(rule("Good"), off, invalid), "", 1).getRows();

        assertThat(rows).extracting(ElementRow::disabled).containsExactly(false, true, false);
        assertThat(rows.get(0).note()).isNull();
        assertThat(rows.get(1).note()).isNotBlank();
        assertThat(rows.get(2).note()).contains("loud");
    }

    @Test
    void shouldNumberWhatHasNoName() {
        ElementSearch<?> search = new ElementSearch<>(
                List.of(new ChannelLimitConfig(), new ChannelLimitConfig()),
                RoutingList.CHANNEL_LIMITS.columns(),
                "",
                1,
                any -> "");

        assertThat(search.getRows())
                .extracting(ElementRow::label)
                .doesNotHaveDuplicates()
                .allSatisfy(label -> assertThat(label).isNotBlank());
    }

    private static ElementSearch<RuleConfig> search(List<RuleConfig> rules, String text, int page) {
        return new ElementSearch<>(rules, RoutingList.RULES.columns(), text, page, ElementKeyTest.VERSIONS);
    }

    private static List<RuleConfig> rules(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> rule("Rule " + number))
                .toList();
    }
}
