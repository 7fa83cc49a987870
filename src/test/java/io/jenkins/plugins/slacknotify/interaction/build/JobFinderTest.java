package io.jenkins.plugins.slacknotify.interaction.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobFinderTest {
    private static final String ANNA = "anna";

    private final FakeBuildControl jenkins = new FakeBuildControl();

    @BeforeEach
    void addJobs() {
        jenkins.with("shop/main", "Shop » main")
                .with("shop/feature%2Fpay", "Shop » feature/pay")
                .with("tools/nightly", "Tools » Nightly build")
                .with("ops/nightly", "Ops » Nightly build")
                .with("Deploy", "Deploy")
                .with("ops/deploy", "Ops » deploy")
                .with("100% sure", "100% sure")
                .with("secret/payroll", "Secret » Payroll")
                .hide(ANNA, "secret/payroll")
                .primary("shop", "shop/main");
    }

    private JobSearchResult find(String typed) {
        return new JobFinder(jenkins, ANNA).find(typed);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            shop/main,              shop/main
            /shop/main/,            shop/main
            Shop » main,            shop/main
            shop / main,            shop/main
            shop > main,            shop/main
            SHOP/MAIN,              shop/main
            main,                   shop/main
            shop/feature/pay,       shop/feature%2Fpay
            shop/feature%2Fpay,     shop/feature%2Fpay
            feature/pay,            shop/feature%2Fpay
            pay,                    shop/feature%2Fpay
            shop,                   shop/main
            Deploy,                 Deploy
            ops/deploy,             ops/deploy
            tools/nightly build,    tools/nightly
            100% sure,              100% sure
            """)
    void shouldFindWhatPeopleWrite(String typed, String fullName) {
        assertThat(find(typed))
                .isInstanceOfSatisfying(
                        JobSearchResult.Found.class,
                        found -> assertThat(found.job().fullName()).isEqualTo(fullName));
    }

    /** What a keyboard, Slack or the clipboard makes of a name. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            shop/main?                        | shop/main
            *shop/main*                       | shop/main
            _*Shop » main*_                   | shop/main
            Anna’s job                        | Anna's job
            build—all                         | build--all
            build–all                         | build--all
            :rocket: Deploy                   | \uD83D\uDE80 Deploy
            team/:wave::skin-tone-2:          | team/\uD83D\uDC4B\uD83C\uDFFC
            :wave::skin-tone-2:               | team/\uD83D\uDC4B\uD83C\uDFFC
            :one:st                           | 1\uFE0F\u20E3st
            U\u0308bersetzung                | Übersetzung
            Cafe\u0301                       | Café
            two blanks                        | two  blanks
            no\u00A0break                    | no break
            ｓｈｏｐ/ｍａｉｎ                 | shop/main
            """)
    void shouldFindWhatWasMeant(String typed, String fullName) {
        jenkins.with("Anna's job")
                .with("build--all")
                .with("\uD83D\uDE80 Deploy")
                .with("team/\uD83D\uDC4B\uD83C\uDFFC")
                .with("1\uFE0F\u20E3st")
                .with("Übersetzung")
                .with("Cafe\u0301".replace("e\u0301", "\u00E9"))
                .with("two  blanks")
                .with("no break");

        assertThat(find(typed))
                .isInstanceOfSatisfying(
                        JobSearchResult.Found.class,
                        found -> assertThat(found.job().fullName()).isEqualTo(fullName));
    }

    /** Whoever configures a job writes its name for people, of any length. */
    @Test
    void shouldLookForEmojiInNamesOfAnyLength() {
        jenkins.with("long", "\uD83D\uDE80".repeat(10_000)).with("\uD83D\uDE80\u00B7x");

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThat(find(":rocket:\uD83D\uDE80".repeat(12) + "z")).isInstanceOf(JobSearchResult.NotFound.class);
            assertThat(find(":rocket:".repeat(10_000) + "z")).isInstanceOf(JobSearchResult.NotFound.class);
            assertThat(find(":rocket:\u00B7x")).isInstanceOf(JobSearchResult.Found.class);
        });
    }

    /** A name to the letter comes before what may be meant, and neither is one that may not be read. */
    @Test
    void shouldPreferTheNameThatWasTyped() {
        jenkins.with("build-all").with("build--all").with("secret/a—b").hide(ANNA, "secret/a—b");

        assertThat(find("build-all"))
                .isInstanceOfSatisfying(
                        JobSearchResult.Found.class,
                        found -> assertThat(found.job().fullName()).isEqualTo("build-all"));
        assertThat(find("build—all")).isInstanceOf(JobSearchResult.Several.class);
        assertThat(find("a-b")).isEqualTo(new JobSearchResult.NotFound(List.of()));
        assertThat(find("*_")).isEqualTo(new JobSearchResult.NotFound(List.of()));
    }

    /** Whoever configures a job, or opens a pull request with a title, writes its name for people; they must not catch what is meant for others. */
    @ParameterizedTest
    @CsvSource({
        "release, mallory/x|ops/release",
        "Release, mallory/x|ops/release",
        "bill, mallory/y|bill/main",
    })
    void shouldAskWhereANameForPeopleIsTheNameOfAnotherJob(String typed, String candidates) {
        jenkins.with("ops/release")
                .with("mallory/x", "release")
                .with("mallory/y", "bill")
                .with("bill/main")
                .primary("bill", "bill/main");

        assertThat(find(typed))
                .isInstanceOfSatisfying(
                        JobSearchResult.Several.class,
                        several -> assertThat(several.candidates())
                                .extracting(JobReference::fullName)
                                .containsExactlyInAnyOrder(candidates.split("\\|")));
    }

    @ParameterizedTest
    @CsvSource({
        "nightly, ops/nightly|tools/nightly",
        "Nightly build, ops/nightly|tools/nightly",
        "ops, ops/deploy|ops/nightly"
    })
    void shouldAskWhichOne(String typed, String candidates) {
        assertThat(find(typed))
                .isInstanceOfSatisfying(
                        JobSearchResult.Several.class,
                        several -> assertThat(several.candidates())
                                .extracting(JobReference::fullName)
                                .containsExactly(candidates.split("\\|")));
    }

    /** Whoever shows only some of them shows those first that fit best. */
    @Test
    void shouldPutANameForPeopleBeforeTheEndOfANameAndWhatIsInAFolder() {
        jenkins.with("platform/kubernetes/releaser", "release")
                .with("a/release")
                .with("release/b");

        assertThat(find("release"))
                .isInstanceOfSatisfying(
                        JobSearchResult.Several.class,
                        several -> assertThat(several.candidates())
                                .extracting(JobReference::fullName)
                                .containsExactly("platform/kubernetes/releaser", "a/release"));
    }

    /** A project is called to the letter what another job is called at its end. */
    @Test
    void shouldPreferAProjectToAJobThatIsCalledLikeItSomewhereElse() {
        jenkins.with("tools/shop").with("ops/Shop");

        assertThat(find("shop"))
                .isInstanceOfSatisfying(
                        JobSearchResult.Found.class,
                        found -> assertThat(found.job().fullName()).isEqualTo("shop/main"));
    }

    @Test
    void shouldAskWhetherAJobOrAProjectIsMeantByTheEndOfItsName() {
        jenkins.with("tools/cart").with("team/cart/main").primary("team/cart", "team/cart/main");

        assertThat(find("cart"))
                .isInstanceOfSatisfying(
                        JobSearchResult.Several.class,
                        several -> assertThat(several.candidates())
                                .extracting(JobReference::fullName)
                                .containsExactly("tools/cart", "team/cart/main"));
    }

    /** There may be others in it that may not be read. */
    @Test
    void shouldAskForTheOnlyJobOfAFolder() {
        jenkins.with("team/deploy prod").with("other", "team");

        assertThat(find("team")).isInstanceOf(JobSearchResult.Several.class);
        assertThat(find("tools"))
                .isInstanceOfSatisfying(
                        JobSearchResult.Several.class,
                        several -> assertThat(several.candidates()).hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({
        "shop/mian, shop/main",
        "shpo, shop/main",
        "depoly, Deploy|ops/deploy",
        "nightl, ops/nightly|tools/nightly",
        "ghtly bu, ops/nightly|tools/nightly"
    })
    void shouldProposeANearMiss(String typed, String likely) {
        assertThat(find(typed))
                .isInstanceOfSatisfying(
                        JobSearchResult.NotFound.class,
                        none -> assertThat(none.likely())
                                .extracting(JobReference::fullName)
                                .containsExactly(likely.split("\\|")));
    }

    /** In the same words as what is not there, by every way of naming it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret/payroll",
                "payroll",
                "Secret » Payroll",
                "secret",
                "payrol",
                "secret/payrol",
                "zzz",
                "",
                "/"
            })
    void shouldNotKnowWhatMayNotBeRead(String typed) {
        assertThat(find(typed)).isEqualTo(new JobSearchResult.NotFound(List.of()));
    }

    @Test
    void shouldPreferTheExactCase() {
        jenkins.with("deploy", "deploy");

        assertThat(find("deploy")).isInstanceOf(JobSearchResult.Found.class);
    }

    @Test
    void shouldKnowAllThatAreMeant() {
        for (int number = 0; number < 50; number++) {
            jenkins.with("team" + number + "/release");
        }

        assertThat(find("release"))
                .isInstanceOfSatisfying(
                        JobSearchResult.Several.class,
                        several -> assertThat(several.candidates()).hasSize(50));
    }
}
