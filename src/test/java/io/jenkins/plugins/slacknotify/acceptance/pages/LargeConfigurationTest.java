package io.jenkins.plugins.slacknotify.acceptance.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.PlainJenkins;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A thousand rules and five hundred destinations: what they cost the pages of Jenkins. How long the pages take depends on what else the
 * machine does, so that is measured, and printed as tables, only where {@code -Dslack-notify.pages.figures=true} asks for it.
 */
@JenkinsAcceptance(renewedForEach = true, resetAfterEach = true)
class LargeConfigurationTest {
    private static final boolean FIGURES = Boolean.getBoolean("slack-notify.pages.figures");

    /** One shows the size. */
    private static final int ROUNDS = FIGURES ? 9 : 1;

    private static final long HALF_A_SECOND = 500;

    /** So many bytes of HTML are the form of a rule, at most. */
    private static final int MAX_BYTES_PER_RULE = 25_000;

    private static final List<String> PAGES = List.of(
            "manage/configure",
            "manage/slack/connection/",
            "manage/slack/destinations/",
            "manage/slack/rules/",
            "manage/slack/rules/?rules-page=20",
            "manage/slack/rules/?rules-search=team-999",
            "manage/slack/rules/rule/500/",
            "job/among-many/",
            "job/among-many/configure",
            "job/among-many/slack-notify/");

    /** The size in bytes, and the shortest time in milliseconds: what else the machine does makes others longer. */
    private record Cost(int size, long fastest) {}

    @Test
    void shouldMakeNoPageMuchLargerOrSlower(TestBed bed) {
        bed.jobs().createPipeline("among-many", "echo 'hi'");
        bed.configuration().set("routing: {}");
        if (FIGURES) {
            PAGES.forEach(page -> cost(bed.admin(), few(page))); // The first visits of a new Jenkins are slow.
        }
        var few = PAGES.stream().map(page -> cost(bed.admin(), few(page))).toList();

        bed.configuration().set("routing: {destinations: [" + destinations() + "], rules: [" + rules() + "]}");
        var many = PAGES.stream().map(page -> cost(bed.admin(), page)).toList();

        for (int i = 0; i < PAGES.size(); i++) {
            assertThat(many.get(i).size())
                    .as(PAGES.get(i))
                    .isLessThan(few.get(i).size() + 300_000);
        }
        if (FIGURES) {
            print(few, many);
            for (int i = 0; i < PAGES.size(); i++) {
                assertThat(many.get(i).fastest() - few.get(i).fastest())
                        .as(PAGES.get(i))
                        .isLessThan(HALF_A_SECOND);
            }
        }
    }

    private static void print(List<Cost> few, List<Cost> many) {
        System.out.println("| page | none: KB | ms | 1,000 rules, 500 destinations: KB | ms |\n|---|---|---|---|---|");
        for (int i = 0; i < PAGES.size(); i++) {
            System.out.printf(
                    "| `%s` | %d | %d | %d | %d |%n",
                    PAGES.get(i),
                    few.get(i).size() / 1024,
                    few.get(i).fastest(),
                    many.get(i).size() / 1024,
                    many.get(i).fastest());
        }
    }

    /** The pages of folders and jobs show their own rules as Jenkins shows lists, all at once: each costs the form of a rule. */
    @Test
    void shouldCostAFolderNoMoreThanTheFormsOfItsOwnRules(TestBed bed) {
        int size = (ownRules(bed, 15) - ownRules(bed, 5)) / 10;

        System.out.printf("Each own rule of a folder: %,d bytes of its configuration page%n", size);
        assertThat(size).isLessThan(MAX_BYTES_PER_RULE);
    }

    /** The size of the configuration page of a folder with so many rules. */
    private static int ownRules(TestBed bed, int number) {
        bed.jobDsl().run("""
            folder('own-%1$d') {
                properties { slackNotifyFolder { rules {
                    (1..%1$d).each { i -> notificationRule { name('Rule ' + i); jobs(['own-%1$d/' + i + '/**']); to(['#team-' + i]) } }
                } } }
            }
            """.formatted(number));
        return bed.admin()
                .get("job/own-%d/configure".formatted(number))
                .requireStatus(200)
                .body()
                .length();
    }

    /**
     * Asks both Jenkinses in turns, as the machine may do more or less meanwhile. What the other one has not, such as the pages of the
     * plugin, costs it nothing.
     */
    @Test
    @EnabledIfSystemProperty(
            named = "slack-notify.pages.figures",
            matches = "true",
            disabledReason = "How long pages take is not measured: set -Dslack-notify.pages.figures=true")
    void shouldCostNoPageHalfASecondMoreThanWithoutThePlugin(TestBed bed) {
        bed.jobs().createPipeline("among-many", "echo 'hi'");
        bed.configuration().set("routing: {destinations: [" + destinations() + "], rules: [" + rules() + "]}");
        try (var plain = PlainJenkins.start()) {
            plain.jobs().createPipeline("among-many", "echo 'hi'");
            var pages = Stream.concat(Stream.of("", "manage/"), PAGES.stream()).toList();
            System.out.println("| page | without the plugin: KB | ms | with 1,000 rules, 500 destinations: KB | ms |");
            System.out.println("|---|---|---|---|---|");
            List<String> slow = new ArrayList<>();
            for (var page : pages) {
                boolean isThere = plain.admin().get(page).status() == 200;
                cost(bed.admin(), page);
                long without = Long.MAX_VALUE;
                long with = Long.MAX_VALUE;
                for (int round = 0; round < ROUNDS; round++) {
                    without = isThere ? Math.min(without, time(plain.admin(), page)) : 0;
                    with = Math.min(with, time(bed.admin(), page));
                }
                int kilobytes = isThere ? plain.admin().get(page).body().length() / 1024 : 0;
                System.out.printf(
                        "| `%s` | %d | %d | %d | %d |%n",
                        page, kilobytes, without, bed.admin().get(page).body().length() / 1024, with);
                if (with - without >= HALF_A_SECOND) {
                    slow.add(page + ": " + without + " ms without, " + with + " ms with the plugin");
                }
            }
            assertThat(slow).isEmpty();
        }
    }

    /** Without any rule there is no page of one. */
    private static String few(String page) {
        return page.replace("rule/500", "rule/new");
    }

    private static Cost cost(JenkinsClient admin, String page) {
        int size = admin.get(page).requireStatus(200).body().length();
        long fastest =
                LongStream.generate(() -> time(admin, page)).limit(ROUNDS).min().orElseThrow();
        return new Cost(size, fastest);
    }

    private static long time(JenkinsClient admin, String page) {
        long start = System.nanoTime();
        admin.get(page).requireStatus(200);
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static String destinations() {
        return list(500, i -> "{name: dest-%d, channel: '#channel-%d'}".formatted(i, i));
    }

    private static String rules() {
        return list(
                1000,
                i -> "{name: Rule %d, jobs: ['team-%d/**'], events: [failure, fixed], to: [dest-%d]}"
                        .formatted(i, i, i % 500 + 1));
    }

    private static String list(int size, IntFunction<String> element) {
        return String.join(
                ", ", IntStream.rangeClosed(1, size).mapToObj(element).toList());
    }
}
